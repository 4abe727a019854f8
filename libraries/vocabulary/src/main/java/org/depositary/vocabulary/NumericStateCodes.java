package org.depositary.vocabulary;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers of states: {@code cow:} (Correlates of War), {@code gw:} (Gleditsch and Ward) and {@code m49:} (United Nations).
 * Under one number a state goes on through changes that give it another code, so the effective date tells which it is.
 */
final class NumericStateCodes {

    private static final Pattern NUMBER = Pattern.compile("(cow|gw|m49):0{0,2}([1-9][0-9]{0,2})");
    private static final Map<String, List<Entry>> ENTRIES = entries();
    private static final Map<Party, List<PartyCode>> NUMBERS = numbers();

    /** From here on numbers are the users' own (ISO 3166-1), such as CLDR's for Kosovo. */
    private static final int FIRST_OF_USERS = 900;

    /** A number stood for this party from a day on. */
    private record Entry(Party party, LocalDate from) {

        Optional<PartialDate> since() {
            return Optional.of(from).filter(day -> !day.equals(LocalDate.MIN)).map(PartialDate::of);
        }
    }

    private NumericStateCodes() {}

    /**
     * The state that has this number: on the first day that the effective date allows, else today. Before it began it is
     * the first, since a source that uses the number means that state.
     */
    static Optional<Party> find(String code, Optional<PartialDate> effective) {
        var number = NUMBER.matcher(code);
        if (!number.matches()) {
            return Optional.empty();
        }
        var entries = ENTRIES.get(number.group(1) + ":" + number.group(2));
        if (entries == null) {
            return number.group(1).equals("m49") ? m49(Integer.parseInt(number.group(2))) : Optional.empty();
        }
        var day = effective.flatMap(date -> date.earliest().or(date::latest)).orElse(LocalDate.MAX);
        Predicate<Entry> later = entry -> entry.from().isAfter(day);
        return Optional.of(entries.stream()
                .filter(later.negate())
                .reduce((earlier, next) -> next)
                .orElse(entries.getFirst())
                .party());
    }

    /** The numbers that mean this party, each with the time in which it does. */
    static List<PartyCode> of(Party party) {
        return Stream.concat(NUMBERS.getOrDefault(party, List.of()).stream(), m49(party))
                .toList();
    }

    /** Whether the Correlates of War count it among the states, at any time. */
    static boolean isState(String code) {
        return NUMBERS.getOrDefault(new Party(code), List.of()).stream()
                .anyMatch(number -> number.scheme().equals("cow"));
    }

    private static Stream<PartyCode> m49(Party party) {
        if (party.code().length() != 2) {
            return Stream.empty();
        }
        int number = Region.getInstance(party.code()).getNumericCode();
        return number > 0 && number < FIRST_OF_USERS
                ? Stream.of(PartyCode.of("m49", "m49:%03d".formatted(number)))
                : Stream.empty();
    }

    private static Optional<Party> m49(int number) {
        try {
            var region = Region.getInstance(number);
            return region.getType() == RegionType.TERRITORY ? StateCodes.find(region.toString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, List<Entry>> entries() {
        var entries = new HashMap<String, List<Entry>>();
        for (var row : CsvResource.rows("crosswalk.csv")) {
            var from = row.get(2).isEmpty() ? LocalDate.MIN : LocalDate.parse(row.get(2));
            var entry = new Entry(new Party(row.get(0)), from);
            CsvResource.words(row.get(1)).forEach(number -> entries.computeIfAbsent(number, any -> new ArrayList<>())
                    .add(entry));
        }
        return Map.copyOf(entries);
    }

    private static Map<Party, List<PartyCode>> numbers() {
        var numbers = new HashMap<Party, List<PartyCode>>();
        new TreeMap<>(ENTRIES).forEach((number, entries) -> {
            for (int i = 0; i < entries.size(); i++) {
                var entry = entries.get(i);
                var until = i + 1 < entries.size() ? entries.get(i + 1).since() : Optional.<PartialDate>empty();
                var scheme = number.substring(0, number.indexOf(':'));
                numbers.computeIfAbsent(entry.party(), any -> new ArrayList<>())
                        .add(new PartyCode(scheme, number, entry.since(), until));
            }
        });
        return numbers;
    }
}
