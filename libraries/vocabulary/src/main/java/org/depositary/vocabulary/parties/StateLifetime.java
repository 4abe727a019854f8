package org.depositary.vocabulary.parties;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * When a state existed, as far as the register knows. Sources do name states outside their time, so this only gives
 * warnings.
 *
 * @param times at least one, in the order of time
 */
public record StateLifetime(List<Time> times) {

    /**
     * @param from the first day; empty if it is old or unknown
     * @param until the day after the last day; empty if the time goes on
     */
    record Time(Optional<LocalDate> from, Optional<LocalDate> until) {

        private static Time parse(String interval) {
            int slash = interval.indexOf('/');
            return new Time(
                    Optional.of(LocalDate.parse(interval.substring(0, slash))),
                    Optional.of(LocalDate.parse(interval.substring(slash + 1))));
        }

        /** Whether the whole time is after the date. */
        private boolean isAfter(PartialDate date) {
            return from.flatMap(first -> date.latest().filter(first::isAfter)).isPresent();
        }

        /** Whether the whole time is before the date. */
        private boolean isBefore(PartialDate date) {
            return until.flatMap(end -> date.earliest().filter(day -> !day.isBefore(end)))
                    .isPresent();
        }
    }

    private static final StateLifetime ALWAYS =
            new StateLifetime(List.of(new Time(Optional.empty(), Optional.empty())));

    private static final Map<Party, StateLifetime> BEGUN = CsvResourceReader.rows("state-beginnings.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> new Party(row.get(0)), StateLifetime::ofPresent));

    /** Returns the lifetime of the party. Without bounds for an organisation, because its dates are recorded facts. */
    public static StateLifetime of(Party party) {
        return PartyLookup.former(party)
                .map(StateLifetime::ofFormer)
                .orElseGet(() -> BEGUN.getOrDefault(party, ALWAYS));
    }

    private static StateLifetime ofPresent(List<String> row) {
        var present = new Time(Optional.of(LocalDate.parse(row.get(1))), Optional.empty());
        var earlier = Stream.of(row.get(2)).filter(cell -> !cell.isEmpty()).map(Time::parse);
        return new StateLifetime(Stream.concat(earlier, Stream.of(present)).toList());
    }

    /** The first day of a {@code cow:} code is that of membership in a system of states, which may be later. */
    private static StateLifetime ofFormer(FormerState former) {
        var isSystemMember = former.party().code().indexOf(':') >= 0;
        var from = Optional.of(former.from()).filter(day -> !isSystemMember);
        return new StateLifetime(List.of(new Time(from, Optional.of(former.until()))));
    }

    /** Returns the day after the last day of the state; empty if the state exists. */
    public Optional<LocalDate> until() {
        return times.getLast().until();
    }

    /** Whether the state had certainly ended on the day. */
    public boolean isOver(LocalDate day) {
        return until().filter(end -> !day.isBefore(end)).isPresent();
    }

    /** Returns a warning if the whole date is outside the times of the state or code. */
    Optional<String> warning(String code, PartialDate date) {
        if (times.stream().anyMatch(time -> !time.isAfter(date) && !time.isBefore(date))) {
            return Optional.empty();
        }
        var next = times.stream().filter(time -> time.isAfter(date)).findFirst().flatMap(Time::from);
        var last = times.stream()
                .filter(time -> time.isBefore(date))
                .reduce((earlier, later) -> later)
                .flatMap(Time::until);
        if (last.isEmpty()) {
            return next.map(from -> "%s began on %s, after the effective date %s".formatted(code, from, date.edtf()));
        }
        return Optional.of(next.map(from -> "%s did not exist from %s to %s, on the effective date %s"
                        .formatted(code, last.get(), from, date.edtf()))
                .orElseGet(
                        () -> "%s ended on %s, before the effective date %s".formatted(code, last.get(), date.edtf())));
    }
}
