package org.depositary.vocabulary.parties;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * When a state existed, as far as the register knows. Sources do name states outside their time, so this only gives
 * warnings.
 *
 * @param from its first day; empty if it is old or unknown
 * @param until the day after its last day; empty if the state exists
 */
public record StateLifetime(Optional<LocalDate> from, Optional<LocalDate> until) {

    private static final StateLifetime ALWAYS = new StateLifetime(Optional.empty(), Optional.empty());

    private static final Map<Party, StateLifetime> BEGUN = CsvResourceReader.rows("state-beginnings.csv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> new Party(row.get(0)),
                    row -> new StateLifetime(Optional.of(LocalDate.parse(row.get(1))), Optional.empty())));

    /** Returns the lifetime of the party. Without bounds for an organisation, because its dates are recorded facts. */
    public static StateLifetime of(Party party) {
        return PartyLookup.former(party)
                .map(StateLifetime::ofFormer)
                .orElseGet(() -> BEGUN.getOrDefault(party, ALWAYS));
    }

    /** The first day of a {@code cow:} code is that of membership in a system of states, which may be later. */
    private static StateLifetime ofFormer(FormerState former) {
        var isSystemMember = former.party().code().indexOf(':') >= 0;
        return new StateLifetime(
                Optional.of(former.from()).filter(from -> !isSystemMember), Optional.of(former.until()));
    }

    /** Whether the state had certainly ended on the day. */
    public boolean isOver(LocalDate day) {
        return until.filter(end -> !day.isBefore(end)).isPresent();
    }

    /** Returns a warning if the whole date is before the state began or after it ended. */
    public static Optional<String> warning(Party party, PartialDate effective) {
        var lifetime = of(party);
        var tooEarly = lifetime.from()
                .filter(from -> effective.latest().filter(from::isAfter).isPresent())
                .map(from -> "%s began on %s, after the effective date %s".formatted(party, from, effective.edtf()));
        return tooEarly.or(() -> lifetime.until()
                .filter(until ->
                        effective.earliest().filter(day -> !day.isBefore(until)).isPresent())
                .map(until ->
                        "%s ended on %s, before the effective date %s".formatted(party, until, effective.edtf())));
    }
}
