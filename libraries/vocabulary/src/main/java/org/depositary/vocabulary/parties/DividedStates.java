package org.depositary.vocabulary.parties;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * A time in which a name meant other states than today: "Yemen" in 1980, "Korea" in 1900, the code CS in 1998.
 *
 * @param today the parties that the name means outside this time
 * @param from the first day of this time
 * @param until the day after its last day
 * @param then the parties that the name means in this time; empty if it means none
 */
record DividedStates(List<Party> today, LocalDate from, LocalDate until, List<Party> then) {

    private static final List<DividedStates> ALL = CsvResourceReader.rows("divided-states.csv").stream()
            .map(DividedStates::of)
            .toList();

    private static DividedStates of(List<String> cells) {
        return new DividedStates(
                parties(cells.get(0)),
                LocalDate.parse(cells.get(1)),
                LocalDate.parse(cells.get(2)),
                parties(cells.get(3)));
    }

    private static List<Party> parties(String cell) {
        return CsvResourceReader.words(cell).map(Party::new).toList();
    }

    /**
     * Returns the parties that the name means on the first day of the effective date, or today if there is no date.
     * Only usual names depend on the date: the "Federal Republic of Germany" is one state in 1970 too.
     *
     * @param today the parties that the name means today
     */
    static List<Party> meant(String name, List<Party> today, Optional<PartialDate> effective) {
        return effective
                .flatMap(date -> date.earliest().or(date::latest))
                .map(day -> on(day, today))
                .filter(then -> !then.equals(today) && (today.size() > 1 || UsualNames.contain(name)))
                .orElse(today);
    }

    /** Whether a name of these parties means others at some time. */
    static boolean contain(List<Party> today) {
        return ALL.stream().anyMatch(time -> time.today().equals(today));
    }

    /** Returns the parties that a name of today's parties meant on the day. */
    private static List<Party> on(LocalDate day, List<Party> today) {
        return ALL.stream()
                .filter(time -> time.today().equals(today))
                .filter(time -> !day.isBefore(time.from()) && day.isBefore(time.until()))
                .map(DividedStates::then)
                .findFirst()
                .orElse(today);
    }

    /** The names of these states in CLDR. A class of its own, because few lookups need them. */
    private static final class UsualNames {

        private static final Set<String> WORDS = words();

        private static Set<String> words() {
            var states = ALL.stream()
                    .filter(time -> time.today().size() == 1)
                    .map(time -> time.today().getFirst().code())
                    .collect(Collectors.toSet());
            var words = new HashSet<String>();
            StateNames.forEach((code, name) -> {
                if (states.contains(code)) {
                    words.add(NameWords.of(name).all());
                }
            });
            return words;
        }

        static boolean contain(String name) {
            return WORDS.contains(NameWords.of(FootnoteMarks.remove(name)).all());
        }
    }
}
