package org.depositary.gateway.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a text into words. The positions of these words are the positions in the search index, so the index must be written
 * again if this code gives other words: see {@code V10__search_words.sql}.
 *
 * <p>Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese are split into overlapping pairs of characters. Each character
 * begins exactly one token: a pair, or itself at the end of a run.
 */
public final class SearchTokens {

    /** The highest position that PostgreSQL stores in a tsvector. Later words are not searched. */
    private static final int MOST = 16_383;

    /** The number of words of a title or a quote that are searched. Each is stored once for each of several languages. */
    private static final int MOST_OF_SHORT_TEXT = 2_000;

    /** The number of code points of a word that are searched. A longer word would not fit into a tsvector. */
    private static final int LONGEST = 100;

    private static final int ZERO_WIDTH_SPACE = 0x200B;

    private static final SearchToken NO_WORD = new SearchToken("", 0, 0, 0, false);

    /** A character with its offsets in the text. A run ends before a character that begins a word. */
    private record Unit(FoldedCharacter character, int start, int end) {}

    private final int[] text;
    private final List<SearchToken> tokens = new ArrayList<>();
    private final List<Unit> run = new ArrayList<>();
    private int at;

    private SearchTokens(String text) {
        this.text = text.codePoints().toArray();
    }

    public static List<SearchToken> of(String text) {
        var splitting = new SearchTokens(text);
        splitting.split();
        return splitting.tokens;
    }

    /** The words of a text, in order. */
    public static List<String> words(String text) {
        return words(of(text));
    }

    /** The words of a text, then those of its repaired text. An empty word has no entry in the index. */
    public static List<String> words(String text, Optional<String> repaired) {
        return words(repaired.map(other -> joined(of(text), of(other))).orElseGet(() -> of(text)));
    }

    /** Joins the words of two texts. Positions without a word keep phrases from leading from one to the other. */
    public static List<SearchToken> joined(List<SearchToken> first, List<SearchToken> second) {
        var both = new ArrayList<>(first);
        both.addAll(List.of(NO_WORD, NO_WORD, NO_WORD));
        both.addAll(second);
        return both;
    }

    private static List<String> words(List<SearchToken> tokens) {
        return tokens.stream().map(SearchToken::word).toList();
    }

    /** The words of a title or a quote, in order. */
    public static List<String> wordsOfShortText(String text) {
        var words = words(text);
        return words.size() <= MOST_OF_SHORT_TEXT ? words : words.subList(0, MOST_OF_SHORT_TEXT);
    }

    private void split() {
        while (at < text.length && tokens.size() < MOST) {
            if (FoldedCharacter.isPartOfWord(text[at])) {
                addUnit();
            } else if (isIgnored(text[at]) || isBreakInsidePairs()) {
                at++;
            } else {
                endRun();
                at++;
            }
        }
        endRun();
        if (tokens.size() > MOST) {
            tokens.subList(MOST, tokens.size()).clear();
        }
    }

    private void addUnit() {
        int start = at;
        var character = new StringBuilder();
        do {
            if (!isIgnored(text[at])) {
                character.appendCodePoint(text[at]);
            }
            at++;
        } while (at < text.length && (FoldedCharacter.isMark(text[at]) || isIgnored(text[at]) && markFollows()));
        var folded = FoldedCharacter.of(character.toString());
        if (folded.text().isEmpty()) {
            return;
        }
        if (!run.isEmpty() && run.getLast().character().paired() != folded.paired()) {
            endRun();
        }
        run.add(new Unit(folded, start, at));
    }

    private boolean markFollows() {
        return at + 1 < text.length && FoldedCharacter.isMark(text[at + 1]);
    }

    /** Soft hyphens, joiners and other invisible characters are no part of a word and do not end one. */
    private static boolean isIgnored(int c) {
        return Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_SPACE;
    }

    /** Chinese and Japanese lines break anywhere, so white space between two of their characters does not end a run. */
    private boolean isBreakInsidePairs() {
        if (run.isEmpty() || !run.getLast().character().paired() || !Character.isWhitespace(text[at])) {
            return false;
        }
        int next = at;
        while (next < text.length && Character.isWhitespace(text[next])) {
            next++;
        }
        return next < text.length
                && isIdeographic(text[next])
                && isIdeographic(text[run.getLast().start()]);
    }

    private static boolean isIdeographic(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    private void endRun() {
        if (!run.isEmpty() && run.getFirst().character().paired()) {
            addPairs();
        } else if (!run.isEmpty()) {
            addWord();
        }
        run.clear();
    }

    private void addPairs() {
        for (int i = 0; i < run.size(); i++) {
            var first = run.get(i);
            boolean isLast = i == run.size() - 1;
            var second = isLast ? first : run.get(i + 1);
            var word = isLast
                    ? first.character().text()
                    : first.character().text() + second.character().text();
            tokens.add(new SearchToken(shortened(word), first.start(), second.end(), first.end(), isLast));
        }
    }

    private void addWord() {
        var word = new StringBuilder();
        run.stream().limit(LONGEST).forEach(unit -> word.append(unit.character().text()));
        tokens.add(new SearchToken(
                shortened(word.toString()),
                run.getFirst().start(),
                run.getLast().end(),
                run.getFirst().end(),
                false));
    }

    /** A character can have any number of marks, so a word of few characters can be long too. */
    private static String shortened(String word) {
        return word.length() <= LONGEST || word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
