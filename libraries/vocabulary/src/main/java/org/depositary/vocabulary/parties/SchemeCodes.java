package org.depositary.vocabulary.parties;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * Codes of states with their scheme: {@code cow:} (Correlates of War) and {@code gw:} (Gleditsch and Ward) with a
 * number or letters, {@code m49:} (United Nations), {@code ioc:} (Olympic Committee) and {@code fifa:}. A state can keep
 * such a code while its ISO code changes, so the effective date selects the party.
 */
final class SchemeCodes {

    private static final Pattern NUMBER = Pattern.compile("(cow|gw|m49):0{0,2}([1-9][0-9]{0,2})");
    private static final Pattern LETTERS = Pattern.compile("(?:cow|gw|ioc|fifa):[A-Z]{3}");
    private static final Pattern BARE = Pattern.compile("[A-Z]{3}");
    private static final List<String> LETTER_SCHEMES = List.of("cow:", "gw:", "ioc:", "fifa:");
    private static final Map<String, List<Entry>> ENTRIES = entries();
    private static final Map<Party, List<PartyCode>> NUMBERS = numbers();

    /**
     * ISO 3166-1 reserves the numbers from 900 on for private use. They are not M49 codes; CLDR uses one for Kosovo.
     */
    private static final int FIRST_USER_ASSIGNED = 900;

    /**
     * The party that a code means from a given day on.
     *
     * @param until the day on which the code ended although the party goes on
     */
    private record Entry(Party party, LocalDate from, Optional<LocalDate> until) {

        static Entry of(List<String> row) {
            return new Entry(
                    new Party(row.get(0)),
                    row.get(2).isEmpty() ? LocalDate.MIN : LocalDate.parse(row.get(2)),
                    Optional.of(row.get(3)).filter(cell -> !cell.isEmpty()).map(LocalDate::parse));
        }

        Optional<LocalDate> since() {
            return Optional.of(from).filter(day -> !day.equals(LocalDate.MIN));
        }
    }

    private SchemeCodes() {}

    /**
     * Returns the state that has this code on the first day of the effective date, or today if there is no date.
     * For a day before the first use of the code, returns the first state that had it: a source that uses the
     * code means that state.
     */
    static Optional<Party> find(String code, Optional<PartialDate> effective) {
        return entries(code).map(entries -> on(effective, entries)).or(() -> m49(code));
    }

    private static Optional<List<Entry>> entries(String code) {
        if (LETTERS.matcher(code).matches()) {
            return Optional.ofNullable(ENTRIES.get(code));
        }
        var number = NUMBER.matcher(code);
        return number.matches()
                ? Optional.ofNullable(ENTRIES.get(number.group(1) + ":" + number.group(2)))
                : Optional.empty();
    }

    /** Returns the time of the code itself, which may end before its state does. Empty for a code without a scheme. */
    static Optional<StateLifetime> lifetime(String code) {
        return entries(code)
                .map(entries -> new StateLifetime(IntStream.range(0, entries.size())
                        .mapToObj(i -> new StateLifetime.Time(entries.get(i).since(), until(entries, i)))
                        .toList()));
    }

    private static Optional<LocalDate> until(List<Entry> entries, int i) {
        return entries.get(i)
                .until()
                .or(() -> i + 1 < entries.size() ? entries.get(i + 1).since() : Optional.empty());
    }

    private static Party on(Optional<PartialDate> effective, List<Entry> entries) {
        var day = effective.flatMap(date -> date.earliest().or(date::latest)).orElse(LocalDate.MAX);
        Predicate<Entry> later = entry -> entry.from().isAfter(day);
        return entries.stream()
                .filter(later.negate())
                .reduce((earlier, next) -> next)
                .orElse(entries.getFirst())
                .party();
    }

    /** Returns the states that have these letters in any scheme on the effective date, sorted by code. */
    static List<Party> bare(String letters, Optional<PartialDate> effective) {
        return BARE.matcher(letters).matches()
                ? LETTER_SCHEMES.stream()
                        .flatMap(scheme -> find(scheme + letters, effective).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Party::code))
                        .toList()
                : List.of();
    }

    /** Returns all codes of this party that have a scheme, each with the time in which the code means the party. */
    static List<PartyCode> of(Party party) {
        return Stream.concat(NUMBERS.getOrDefault(party, List.of()).stream(), m49(party))
                .toList();
    }

    /** Whether this {@code cow:} code belongs to a state that Correlates of War has listed at any time. */
    static boolean isState(String code) {
        return NUMBERS.getOrDefault(new Party(code), List.of()).stream()
                .anyMatch(number -> number.scheme().equals("cow"));
    }

    private static Stream<PartyCode> m49(Party party) {
        if (party.code().length() != 2) {
            return Stream.empty();
        }
        int number = Region.getInstance(party.code()).getNumericCode();
        return number > 0 && number < FIRST_USER_ASSIGNED
                ? Stream.of(PartyCode.of("m49", "m49:%03d".formatted(number)))
                : Stream.empty();
    }

    private static Optional<Party> m49(String code) {
        var number = NUMBER.matcher(code);
        return number.matches() && number.group(1).equals("m49")
                ? m49(Integer.parseInt(number.group(2)))
                : Optional.empty();
    }

    private static Optional<Party> m49(int number) {
        try {
            var region = Region.getInstance(number);
            return region.getType() == RegionType.TERRITORY
                    ? LetterStateCodes.find(region.toString())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, List<Entry>> entries() {
        var entries = new HashMap<String, List<Entry>>();
        for (var row : CsvResourceReader.rows("crosswalk.csv")) {
            var entry = Entry.of(row);
            CsvResourceReader.words(row.get(1))
                    .forEach(number -> entries.computeIfAbsent(number, any -> new ArrayList<>())
                            .add(entry));
        }
        return Map.copyOf(entries);
    }

    private static Map<Party, List<PartyCode>> numbers() {
        var numbers = new HashMap<Party, List<PartyCode>>();
        new TreeMap<>(ENTRIES).forEach((number, entries) -> {
            for (int i = 0; i < entries.size(); i++) {
                var entry = entries.get(i);
                var scheme = number.substring(0, number.indexOf(':'));
                numbers.computeIfAbsent(entry.party(), any -> new ArrayList<>())
                        .add(new PartyCode(
                                scheme,
                                number,
                                entry.since().map(PartialDate::of),
                                until(entries, i).map(PartialDate::of)));
            }
        });
        return numbers;
    }
}
