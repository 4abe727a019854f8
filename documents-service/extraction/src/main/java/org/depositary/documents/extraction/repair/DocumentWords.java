package org.depositary.documents.extraction.repair;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that a document uses, as evidence. Words that are broken at the end of a line do not count, because their
 * halves are no words, nor do words with soft hyphens. A word next to a digit does not count either.
 */
final class DocumentWords {

    /** Matches a word, the parts of a hyphenated word, and a word that is broken at the end of a line. */
    static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\u00AD]++(?:-(?:[ \\t]*+\\n\\s*+)?[\\p{L}\\p{M}\\u00AD]++)*+");

    private static final int MOST_WORDS = 200_000;

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> exactCounts = new HashMap<>();
    private final Set<String> hyphenated = new HashSet<>();

    /** @param lineEndHyphens offsets of hyphens at the ends of printed lines that the text joins */
    static DocumentWords of(List<PassageText> passages, Set<Integer> lineEndHyphens) {
        var words = new DocumentWords();
        for (PassageText passage : passages) {
            Matcher matcher = WORD.matcher(passage.text());
            while (matcher.find()) {
                if (!touchesDigit(passage.text(), matcher) && !isBroken(passage, matcher, lineEndHyphens)) {
                    words.add(matcher.group());
                }
            }
        }
        return words;
    }

    private static boolean touchesDigit(String text, Matcher matcher) {
        return matcher.start() > 0 && Character.isDigit(text.charAt(matcher.start() - 1))
                || matcher.end() < text.length() && Character.isDigit(text.charAt(matcher.end()));
    }

    private static boolean isBroken(PassageText passage, Matcher matcher, Set<Integer> lineEndHyphens) {
        for (int i = matcher.start(); i < matcher.end(); i++) {
            char c = passage.text().charAt(i);
            if (c == '\n' || c == '\u00AD' || c == '-' && lineEndHyphens.contains(passage.start() + i)) {
                return true;
            }
        }
        return false;
    }

    /** Adds a word. Returns whether it is new. */
    boolean add(String printed) {
        if (counts.size() >= MOST_WORDS) {
            return false;
        }
        if (printed.indexOf('-') >= 0) {
            hyphenated.add(printed.toLowerCase(Locale.ROOT));
            for (String part : printed.split("-")) {
                count(part);
            }
            return false;
        }
        return count(printed);
    }

    private boolean count(String word) {
        exactCounts.merge(word, 1, Integer::sum);
        return counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum) == 1;
    }

    /** Returns how often the document uses the word, in the same case. */
    int exactCount(String word) {
        return exactCounts.getOrDefault(word, 0);
    }

    /** Whether the document uses the word, in any case. */
    boolean has(String word) {
        return counts.containsKey(word.toLowerCase(Locale.ROOT));
    }

    /** Whether the document writes the word with this hyphen, inside a line. */
    boolean hasHyphenated(String word) {
        return hyphenated.contains(word.toLowerCase(Locale.ROOT));
    }
}
