package org.depositary.vocabulary.parties;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private static final Map<String, List<Party>> BY_WORDS = byWords(NameWords::all);
    private static final Map<String, List<Party>> BY_CORE = byWords(NameWords::core);

    /** By party, the other states with the same short name, and itself. */
    private static final Map<Party, List<Party>> RIVALS = CsvResourceReader.rows("rival-states.csv").stream()
            .map(row -> CsvResourceReader.words(row.getFirst()).map(Party::new).toList())
            .flatMap(rivals -> rivals.stream().map(rival -> Map.entry(rival, rivals)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private StateNameIndex() {}

    /** Returns the parties that have exactly this name, sorted by code. Ignores case and accents. */
    static List<Party> named(String name) {
        return PARTIES.getOrDefault(NameNormalizer.of(name), List.of());
    }

    /**
     * Returns the parties that have this name in another form: inverted, abbreviated, with an article, a footnote mark
     * or a second name in brackets, or the official long form. Sorted by code.
     */
    static List<Party> namedInOtherWords(String name) {
        var plain = FootnoteMarks.remove(name);
        var exact = PARTIES.get(NameNormalizer.of(plain));
        return exact != null
                ? exact
                : Stream.of(NameWords.of(plain))
                        .flatMap(words -> Stream.of(
                                BY_WORDS.getOrDefault(words.all(), List.<Party>of()),
                                words.core().equals(words.all()) ? List.<Party>of() : official(words.core())))
                        .filter(parties -> !parties.isEmpty())
                        .findFirst()
                        .orElseGet(() -> namedTwice(plain));
    }

    private static List<Party> official(String core) {
        var parties = BY_CORE.getOrDefault(core, List.of());
        return parties.stream()
                .flatMap(party -> RIVALS.getOrDefault(party, List.of(party)).stream())
                .distinct()
                .sorted(Comparator.comparing(Party::code))
                .toList();
    }

    /** Returns the parties of "Myanmar (Burma)": those that have both names. */
    private static List<Party> namedTwice(String name) {
        int bracket = name.indexOf('(');
        if (bracket <= 0 || !name.endsWith(")")) {
            return List.of();
        }
        var second = namedInOtherWords(name.substring(bracket + 1, name.length() - 1));
        return namedInOtherWords(name.substring(0, bracket)).stream()
                .filter(second::contains)
                .toList();
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
        StateNames.forEach(
                (code, name) -> LetterStateCodes.find(code).ifPresent(party -> addForms(index, name, List.of(party))));
        FormerState.ALL.values().forEach(state -> state.names()
                .byLanguage()
                .values()
                .forEach(name -> addForms(index, name, List.of(state.party()))));
        addNamesBeforeBrackets(index);
        PartyAliases.OFFICIAL.forEach(entry -> entry.names().forEach(name -> addForms(index, name, entry.parties())));
        // PartyAliases come last and replace entries, because they correct CLDR.
        PartyAliases.ALL.forEach(entry -> entry.names().forEach(alias -> replace(index, alias, entry.parties())));
        return index;
    }

    /** Adds "Myanmar" where a language has "Myanmar (Burma)" only. */
    private static void addNamesBeforeBrackets(Map<String, List<Party>> index) {
        var shorter = new HashMap<String, List<Party>>();
        StateNames.forEach((code, name) -> {
            int bracket = name.indexOf('(');
            if (bracket > 0) {
                LetterStateCodes.find(code)
                        .ifPresent(
                                party -> add(shorter, NameNormalizer.of(name.substring(0, bracket)), List.of(party)));
            }
        });
        shorter.forEach(index::putIfAbsent);
    }

    private static void replace(Map<String, List<Party>> index, String alias, List<Party> parties) {
        index.put(NameNormalizer.of(alias), parties);
        index.put(NameNormalizer.of(NameWords.withoutElision(alias)), parties);
    }

    /** Adds the name, and the name without an elided article, which changes where words end. */
    private static void addForms(Map<String, List<Party>> index, String name, List<Party> parties) {
        add(index, NameNormalizer.of(name), parties);
        var plain = NameWords.withoutElision(name);
        if (!plain.equals(name)) {
            add(index, NameNormalizer.of(plain), parties);
        }
    }

    private static Map<String, List<Party>> byWords(Function<NameWords, String> words) {
        var index = new HashMap<String, List<Party>>();
        PARTIES.forEach((name, parties) -> add(index, words.apply(NameWords.ofNormalized(name)), parties));
        return index;
    }

    private static void add(Map<String, List<Party>> index, String name, List<Party> parties) {
        if (!isAbbreviation(name)) {
            index.merge(name, parties, StateNameIndex::union);
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
