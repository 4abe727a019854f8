package org.depositary.documents.extraction.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.RepairReason;

/**
 * Removes hyphens at the ends of lines, and soft hyphens. Keeps a hyphen that may belong to the word, as in
 * {@code south-east}.
 */
final class HyphenRepair {

    private static final Pattern SOFT = Pattern.compile("(?<=\\p{L})\\u00AD(?:[ \\t]*+\\n\\s*+)?(?=\\p{L})");
    private static final Pattern BROKEN = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}./@_-])([\\p{L}\\p{M}]++)-([ \\t]*+\\n\\s*+)?([\\p{L}\\p{M}]++)(?![-/@_\\p{N}]|\\.\\p{L})");

    /** These join two compounds, as in Dutch {@code noord- en zuidkust}. */
    private static final Set<String> CONJUNCTIONS =
            Set.of("and", "or", "to", "en", "of", "tot", "und", "oder", "bis", "et", "ou", "e", "y", "o", "и", "или");

    /** These begin words with and without a hyphen. */
    private static final Set<String> PREFIXES = Set.of(
            "anti", "co", "counter", "cross", "ex", "extra", "inter", "macro", "micro", "mid", "multi", "neo", "non",
            "para", "post", "pre", "pro", "quasi", "re", "self", "semi", "sub", "super", "trans", "ultra", "un",
            "vice");

    private final DocumentWords words;
    private final Set<Integer> lineEndHyphens;
    private final ExtractionDeadline deadline;

    HyphenRepair(DocumentWords words, Set<Integer> lineEndHyphens, ExtractionDeadline deadline) {
        this.words = words;
        this.lineEndHyphens = lineEndHyphens;
        this.deadline = deadline;
    }

    List<TextChange> changes(List<PassageText> passages) {
        List<TextChange> changes = new ArrayList<>();
        passages.forEach(passage -> {
            deadline.check();
            addSoft(passage, changes);
            addLineEnds(passage, changes);
        });
        return changes;
    }

    private void addSoft(PassageText passage, List<TextChange> changes) {
        Matcher hyphen = SOFT.matcher(passage.text());
        while (hyphen.find()) {
            String before = lettersBefore(passage.text(), hyphen.start());
            String after = lettersAfter(passage.text(), hyphen.end());
            // Some PDF files print a visible hyphen as a soft one.
            boolean compound = isWord(passage, before) && isWord(passage, after) && !isWord(passage, before + after);
            if (!compound) {
                changes.add(change(passage, hyphen.start(), hyphen.end()));
            }
        }
    }

    private void addLineEnds(PassageText passage, List<TextChange> changes) {
        Matcher broken = BROKEN.matcher(passage.text());
        int from = 0;
        while (broken.find(from)) {
            int hyphen = broken.end(1);
            boolean lineEnd = broken.group(2) != null || lineEndHyphens.contains(passage.start() + hyphen);
            if (lineEnd && isOneWord(passage, broken.group(1), broken.group(3))) {
                changes.add(change(passage, hyphen, broken.start(3)));
            }
            from = broken.end();
        }
    }

    private boolean isOneWord(PassageText passage, String before, String after) {
        boolean halves = before.length() > 1
                && after.length() > 1
                && Character.isLowerCase(before.charAt(before.length() - 1))
                && Character.isLowerCase(after.charAt(0));
        if (!halves || CONJUNCTIONS.contains(after) || words.hasHyphenated(before + "-" + after)) {
            return false;
        }
        String joined = before + after;
        boolean maybeCompound = (isWord(passage, before) || PREFIXES.contains(before.toLowerCase(Locale.ROOT)))
                && isWord(passage, after);
        return words.has(joined) || !maybeCompound && WordList.hasWord(passage.language(), joined);
    }

    private boolean isWord(PassageText passage, String word) {
        return words.has(word) || WordList.hasWord(passage.language(), word);
    }

    private static TextChange change(PassageText passage, int start, int end) {
        return new TextChange(passage.start() + start, passage.start() + end, "", RepairReason.HYPHEN);
    }

    private static String lettersBefore(String text, int end) {
        int start = end;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static String lettersAfter(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }
}
