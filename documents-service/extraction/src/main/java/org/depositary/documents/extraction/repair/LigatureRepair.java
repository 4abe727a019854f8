package org.depositary.documents.extraction.repair;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.RepairReason;

/**
 * Repairs the ligatures fi, fl, ff, ffi and ffl. Some PDF files lose a part of them ({@code infuence}, {@code offce}),
 * have an unknown character in their place, or have a ligature as one character.
 */
final class LigatureRepair {

    /** A word, also with characters that no font names. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\uFFFD\\uE000-\\uF8FF]{3,}+");

    private static final Pattern LIGATURE = Pattern.compile("[\\uFB00-\\uFB06]");
    private static final Pattern UNNAMED = Pattern.compile("[\\uFFFD\\uE000-\\uF8FF]");
    private static final Pattern LETTERS_F = Pattern.compile("f+");
    private static final Pattern LOWER = Pattern.compile("\\p{Ll}+");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{Ll}+");

    /** A letter f before these consonants is no part of a word, so a ligature was lost. */
    private static final Pattern NO_WORD = Pattern.compile("f[bcdgkmnpqvwxz]");

    private static final Pattern BEFORE_ADDRESS = Pattern.compile("[./@_&=\\d]");
    private static final Pattern AFTER_ADDRESS = Pattern.compile("[/@_=\\d]|\\.\\p{L}|:/");

    private static final List<String> ALL = List.of("fi", "fl", "ff", "ffi", "ffl");
    private static final List<String> AFTER_ONE_F = List.of("fi", "fl", "ffi", "ffl");
    private static final List<String> AFTER_TWO_F = List.of("ffi", "ffl");
    private static final List<String> DOUBLE = List.of("ff");

    /** If so many different words lost a ligature, the file loses them always. Then less evidence is enough. */
    private static final int SYSTEMATIC = 2;

    private static final int MOST_IN_A_WORD = 2;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;

    /** A part of a word to replace. Offsets count from the start of the word. */
    private record Replacement(int start, int end, String text) {}

    private record Key(String language, String word) {}

    private final DocumentWords words;
    private final ExtractionDeadline deadline;
    private final Map<Key, List<Replacement>> decisions = new HashMap<>();
    private final Set<String> repaired = new HashSet<>();
    private boolean systematic;

    LigatureRepair(DocumentWords words, ExtractionDeadline deadline) {
        this.words = words;
        this.deadline = deadline;
    }

    List<TextChange> changes(List<PassageText> passages) {
        findAll(passages);
        systematic = repaired.size() >= SYSTEMATIC;
        return findAll(passages);
    }

    private List<TextChange> findAll(List<PassageText> passages) {
        decisions.clear();
        List<TextChange> changes = new ArrayList<>();
        for (PassageText passage : passages) {
            Matcher word = WORD.matcher(passage.text());
            while (word.find()) {
                deadline.check();
                for (Replacement each : replacements(passage, word)) {
                    int from = passage.start() + word.start();
                    changes.add(
                            new TextChange(from + each.start(), from + each.end(), each.text(), RepairReason.LIGATURE));
                }
            }
        }
        return changes;
    }

    private List<Replacement> replacements(PassageText passage, Matcher found) {
        String word = found.group();
        if (LIGATURE.matcher(word).find()) {
            return LIGATURE.matcher(word)
                    .results()
                    .map(it -> new Replacement(
                            it.start(), it.end(), Normalizer.normalize(it.group(), Normalizer.Form.NFKC)))
                    .toList();
        }
        boolean unnamed = UNNAMED.matcher(word).find();
        if (word.length() > LONGEST || !unnamed && word.indexOf('f') < 0 || isPartOfAddress(passage.text(), found)) {
            return List.of();
        }
        return decisions.computeIfAbsent(new Key(passage.language(), word), key -> unnamed ? unnamed(key) : lost(key));
    }

    /** Web addresses, names of files and words with digits are no words of a language. */
    private static boolean isPartOfAddress(String text, Matcher word) {
        String before = text.substring(Math.max(0, word.start() - 1), word.start());
        String after = text.substring(word.end(), Math.min(text.length(), word.end() + 2));
        return BEFORE_ADDRESS.matcher(before).matches()
                || AFTER_ADDRESS.matcher(after).lookingAt();
    }

    private List<Replacement> unnamed(Key key) {
        // Words of a font without names have many such characters. No replacement of two of them gives a word.
        boolean tooMany = UNNAMED.matcher(key.word()).results().count() > MOST_IN_A_WORD;
        return tooMany ? List.of() : only(key, combinations(key.word(), UNNAMED, place -> ALL), key.word());
    }

    private List<Replacement> lost(Key key) {
        String word = key.word();
        boolean lower = LOWER.matcher(word).matches();
        boolean tried = lower || systematic && NAME.matcher(word).matches();
        if (!tried || word.length() < SHORTEST && !systematic || WordList.hasWordOrName(word)) {
            return List.of();
        }
        List<Replacement> found = only(key, combinations(word, LETTERS_F, LigatureRepair::afterLoss), word);
        if (!found.isEmpty()) {
            if (lower) {
                repaired.add(word);
            }
            return found;
        }
        return systematic ? only(key, combinations(word, LETTERS_F, LigatureRepair::afterLossOfDouble), word) : found;
    }

    private static List<String> afterLoss(String letters) {
        return switch (letters.length()) {
            case 1 -> AFTER_ONE_F;
            case 2 -> AFTER_TWO_F;
            default -> List.of();
        };
    }

    private static List<String> afterLossOfDouble(String letters) {
        return letters.length() == 1 ? DOUBLE : List.of();
    }

    private interface Choices {
        List<String> of(String letters);
    }

    /** Returns the ways to replace one place of a word, then the ways to replace two. */
    private static List<List<Replacement>> combinations(String word, Pattern place, Choices choices) {
        List<List<Replacement>> all = new ArrayList<>();
        List<List<Replacement>> before = List.of(List.of());
        for (int count = 1; count <= MOST_IN_A_WORD; count++) {
            List<List<Replacement>> next = new ArrayList<>();
            for (List<Replacement> some : before) {
                place.matcher(word)
                        .results()
                        .filter(it ->
                                some.isEmpty() || it.start() >= some.getLast().end())
                        .forEach(it -> choices.of(it.group()).forEach(text -> {
                            List<Replacement> more = new ArrayList<>(some);
                            more.add(new Replacement(it.start(), it.end(), text));
                            next.add(more);
                        }));
            }
            all.addAll(next);
            before = next;
        }
        return all;
    }

    /** Returns the only combination with the fewest replacements that gives a word. Empty if several do. */
    private List<Replacement> only(Key key, List<List<Replacement>> combinations, String word) {
        for (int count = 1; count <= MOST_IN_A_WORD; count++) {
            int replacements = count;
            List<List<Replacement>> fitting = combinations.stream()
                    .filter(it -> it.size() == replacements)
                    .filter(it -> isWord(key, apply(word, it)))
                    .toList();
            if (!fitting.isEmpty()) {
                return fitting.size() == 1 ? fitting.getFirst() : List.of();
            }
        }
        return List.of();
    }

    private static String apply(String word, List<Replacement> replacements) {
        var repaired = new StringBuilder(word);
        replacements.reversed().forEach(it -> repaired.replace(it.start(), it.end(), it.text()));
        return repaired.toString();
    }

    private boolean isWord(Key key, String candidate) {
        if (UNNAMED.matcher(candidate).find()) {
            return false;
        }
        boolean inDocument = words.exactCount(candidate) >= 2;
        return WordList.exists(key.language())
                ? inDocument || WordList.hasWord(key.language(), candidate) || inAnyList(candidate)
                : inDocument && NO_WORD.matcher(key.word()).find();
    }

    /** A text quotes words of other languages, but only words in lower case are certain to be no names. */
    private static boolean inAnyList(String candidate) {
        return LOWER.matcher(candidate).matches() && WordList.hasWord(candidate);
    }
}
