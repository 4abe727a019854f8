package org.depositary.vocabulary.quotes;

import com.ibm.icu.text.Normalizer2;
import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Set;

/**
 * A text in the form in which quotes are compared: Unicode NFC, each run of white space as one space, and no space at the
 * ends or between Chinese or Japanese characters. Each character keeps its place in the original.
 */
final class NormalizedText {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Set<UnicodeScript> WITHOUT_SPACES =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
    private static final Set<UnicodeBlock> PUNCTUATION_WITHOUT_SPACES =
            Set.of(UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION, UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);

    private final StringBuilder words = new StringBuilder();
    private int[] starts;
    private int[] ends;
    private int spaceFrom = -1;

    private NormalizedText(String original) {
        this.starts = new int[original.length()];
        this.ends = new int[original.length()];
    }

    static NormalizedText of(String original) {
        var text = new NormalizedText(original);
        for (int from = 0, until; from < original.length(); from = until) {
            until = nextBoundary(original, from);
            text.append(NFC.normalize(original.substring(from, until)), from, until);
        }
        return text;
    }

    String words() {
        return words.toString();
    }

    /** Returns where the character at this index starts in the original, in UTF-16 units. */
    int start(int index) {
        return starts[index];
    }

    /** Returns where the character at this index ends in the original, in UTF-16 units. */
    int end(int index) {
        return ends[index];
    }

    /** Returns the end of the character with its combining marks, which are normalised together. */
    private static int nextBoundary(String text, int from) {
        int until = from + Character.charCount(text.codePointAt(from));
        while (until < text.length() && !NFC.hasBoundaryBefore(text.codePointAt(until))) {
            until += Character.charCount(text.codePointAt(until));
        }
        return until;
    }

    private void append(String normalized, int from, int until) {
        for (int i = 0, c; i < normalized.length(); i += Character.charCount(c)) {
            c = normalized.codePointAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                spaceFrom = spaceFrom < 0 ? from : spaceFrom;
            } else {
                appendSpace(c, from);
                add(Character.toString(c), from, until);
            }
        }
    }

    private void appendSpace(int before, int until) {
        if (spaceFrom >= 0
                && !words.isEmpty()
                && !(needsNoSpace(before) && needsNoSpace(words.codePointBefore(words.length())))) {
            add(" ", spaceFrom, until);
        }
        spaceFrom = -1;
    }

    private void add(String character, int from, int until) {
        for (int i = 0; i < character.length(); i++) {
            if (words.length() == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                ends = Arrays.copyOf(ends, ends.length * 2);
            }
            starts[words.length()] = from;
            ends[words.length()] = until;
            words.append(character.charAt(i));
        }
    }

    private static boolean needsNoSpace(int c) {
        return WITHOUT_SPACES.contains(UnicodeScript.of(c)) || PUNCTUATION_WITHOUT_SPACES.contains(UnicodeBlock.of(c));
    }
}
