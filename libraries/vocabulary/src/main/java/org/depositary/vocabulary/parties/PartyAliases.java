package org.depositary.vocabulary.parties;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Additional names of parties that CLDR does not have, from a CSV file. */
final class PartyAliases {

    /**
     * Additional names of one party.
     *
     * @param parties has several elements if the names are ambiguous
     */
    record Entry(List<Party> parties, List<String> names) {

        static Entry of(List<String> row) {
            return new Entry(
                    CsvResourceReader.words(row.getFirst()).map(Party::new).toList(), row.subList(1, row.size()));
        }
    }

    static final List<Entry> ALL =
            CsvResourceReader.rows("aliases.csv").stream().map(Entry::of).toList();

    private static final Map<Party, List<String>> BY_PARTY = byParty();

    private PartyAliases() {}

    /** Returns the additional names that mean this party and no other. */
    static List<String> of(Party party) {
        return BY_PARTY.getOrDefault(party, List.of());
    }

    private static Map<Party, List<String>> byParty() {
        var names = new HashMap<Party, List<String>>();
        ALL.stream()
                .filter(entry -> entry.parties().size() == 1)
                .forEach(entry -> names.put(entry.parties().getFirst(), entry.names()));
        return Map.copyOf(names);
    }
}
