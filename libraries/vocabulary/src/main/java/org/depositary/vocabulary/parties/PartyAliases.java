package org.depositary.vocabulary.parties;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Additional names of parties that CLDR does not have, from a CSV file. */
final class PartyAliases {

    private static final String NOBODY = "-";

    /**
     * Additional names of one party.
     *
     * @param parties has several elements if the names are ambiguous, and none if they mean no party
     */
    record Entry(List<Party> parties, List<String> names) {

        static Entry of(List<String> row) {
            var parties = CsvResourceReader.words(row.getFirst())
                    .filter(code -> !code.equals(NOBODY))
                    .map(Party::new)
                    .toList();
            return new Entry(parties, row.subList(1, row.size()));
        }
    }

    static final List<Entry> ALL =
            CsvResourceReader.rows("aliases.csv").stream().map(Entry::of).toList();

    /** Official names, and names of international organisations' lists, in their languages. */
    static final List<Entry> OFFICIAL =
            CsvResourceReader.rows("official-names.csv").stream().map(Entry::of).toList();

    private static final Map<Party, List<String>> BY_PARTY = byParty();

    private PartyAliases() {}

    /** Returns the additional names that mean this party and no other. */
    static List<String> of(Party party) {
        return BY_PARTY.getOrDefault(party, List.of());
    }

    private static Map<Party, List<String>> byParty() {
        var names = new HashMap<Party, List<String>>();
        Stream.concat(ALL.stream(), OFFICIAL.stream())
                .filter(entry -> entry.parties().size() == 1)
                .forEach(entry -> names.merge(entry.parties().getFirst(), entry.names(), PartyAliases::union));
        return Map.copyOf(names);
    }

    private static List<String> union(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
