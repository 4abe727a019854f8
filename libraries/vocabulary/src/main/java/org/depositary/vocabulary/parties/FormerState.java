package org.depositary.vocabulary.parties;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.vocabulary.names.NamesByLanguage;

/**
 * A state that has no current ISO 3166 code, because the state ended or because ISO 3166 never listed it.
 *
 * @param from its first day; for {@code cow:} codes, the first day as a member of the Correlates of War state system
 * @param until the day after its last day
 * @param successors the states that took over its territory, former states included, sorted by code
 */
public record FormerState(Party party, LocalDate from, LocalDate until, List<Party> successors, NamesByLanguage names) {

    static final Map<Party, FormerState> ALL = CsvResourceReader.rows("former-states.csv").stream()
            .map(FormerState::of)
            .collect(Collectors.toUnmodifiableMap(FormerState::party, Function.identity()));

    private static FormerState of(List<String> cells) {
        return new FormerState(
                new Party(cells.get(0)),
                LocalDate.parse(cells.get(2)),
                LocalDate.parse(cells.get(3)),
                CsvResourceReader.words(cells.get(4)).map(Party::new).toList(),
                names(cells.get(5)));
    }

    private static NamesByLanguage names(String cell) {
        var names = new LinkedHashMap<String, String>();
        Stream.of(cell.split("; ")).map(name -> name.split("=")).forEach(name -> names.put(name[0], name[1]));
        return new NamesByLanguage(names);
    }
}
