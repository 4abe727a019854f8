package org.depositary.vocabulary.parties;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Index of all names of all states in all languages. Built at the first lookup by name, because it takes a moment;
 * lookups by code do not need it.
 */
final class StateNameIndex {

    /**
     * Latin names of at most this many characters are abbreviations. They are not indexed, because another language
     * may use the letters for another state: "sa" is US in Afrikaans.
     */
    private static final int ABBREVIATION = 3;

    /**
     * The penalty for names in which the text starts an inner word. It is longer than any name, so such names come
     * after all names that start with the text.
     */
    private static final int INNER_WORD = 1_000;

    private static final Map<String, List<Party>> PARTIES = build();

    private StateNameIndex() {}

    /** Returns the parties that have exactly this name, sorted by code. Ignores case and accents. */
    static List<Party> named(String name) {
        return PARTIES.getOrDefault(NameNormalizer.of(name), List.of());
    }

    /**
     * Returns the parties whose name equals the text, starts with it, or has a word that starts with it, in this
     * order. Shorter names come first; parties with equally long names are sorted by code.
     */
    static List<Party> search(String text) {
        var folded = NameNormalizer.of(text);
        if (folded.isEmpty()) {
            return List.of();
        }
        var ranks = new TreeMap<String, Integer>();
        PARTIES.forEach((name, parties) -> rank(name, folded)
                .ifPresent(rank -> parties.forEach(party -> ranks.merge(party.code(), rank, Math::min))));
        return ranks.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> new Party(entry.getKey()))
                .toList();
    }

    private static Optional<Integer> rank(String name, String text) {
        if (name.startsWith(text)) {
            return Optional.of(name.length());
        }
        return name.contains(" " + text) ? Optional.of(INNER_WORD + name.length()) : Optional.empty();
    }

    private static Map<String, List<Party>> build() {
        var index = new HashMap<String, List<Party>>();
        StateNames.forEach((code, name) ->
                LetterStateCodes.find(code).ifPresent(party -> add(index, NameNormalizer.of(name), party)));
        FormerState.ALL.values().forEach(state -> state.names()
                .byLanguage()
                .values()
                .forEach(name -> add(index, NameNormalizer.of(name), state.party())));
        // PartyAliases come last and replace entries, because they correct CLDR.
        PartyAliases.ALL.forEach(
                entry -> entry.names().forEach(alias -> index.put(NameNormalizer.of(alias), entry.parties())));
        return index;
    }

    private static void add(Map<String, List<Party>> index, String name, Party party) {
        if (!isAbbreviation(name)) {
            index.merge(name, List.of(party), StateNameIndex::union);
        }
    }

    private static boolean isAbbreviation(String name) {
        return name.isEmpty() || name.length() <= ABBREVIATION && name.chars().allMatch(letter -> letter < 0x300);
    }

    private static List<Party> union(List<Party> some, List<Party> others) {
        return Stream.concat(some.stream(), others.stream())
                .distinct()
                .sorted(Comparator.comparing(Party::code))
                .toList();
    }
}
