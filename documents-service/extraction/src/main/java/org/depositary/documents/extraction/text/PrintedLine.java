package org.depositary.documents.extraction.text;

import java.util.ArrayList;
import java.util.List;
import org.depositary.documents.extraction.structure.ExtractionDeadline;

/**
 * A line of a plain text that is not empty, and what precedes it.
 *
 * @param text without surrounding white space
 * @param start the offset of {@code text} in the whole text, in UTF-16 units
 * @param gap the number of empty lines before it
 * @param indented whether white space precedes the text
 * @param afterRule whether a rule precedes it: a line of dashes, or a run of blanks
 * @param page the page number, from 1; form feeds separate pages
 */
record PrintedLine(String text, int start, int gap, boolean indented, boolean afterRule, int page) {
    private static final String DASHES = "_-–—=*·~#";
    private static final int BLANKS_OF_A_RULE = 20;

    int end() {
        return start + text.length();
    }

    /** Splits a text into its lines and leaves out the empty ones. */
    static List<PrintedLine> of(String text, ExtractionDeadline deadline) {
        List<PrintedLine> lines = new ArrayList<>();
        int gap = 0;
        boolean rule = false;
        int page = 1;
        for (int from = 0, until; from < text.length(); from = until + 1) {
            deadline.check();
            until = endOfLine(text, from);
            String raw = text.substring(from, until);
            String stripped = raw.strip();
            if (isRule(raw)) {
                rule = true;
            } else if (stripped.isEmpty()) {
                gap++;
            } else {
                int indent = raw.indexOf(stripped.charAt(0));
                lines.add(new PrintedLine(stripped, from + indent, gap, indent > 0, rule, page));
                gap = 0;
                rule = false;
            }
            page += until < text.length() && text.charAt(until) == '\f' ? 1 : 0;
        }
        return lines;
    }

    private static boolean isRule(String raw) {
        long dashes = raw.chars().filter(c -> DASHES.indexOf(c) >= 0).count();
        long blanks = raw.chars().filter(c -> c == ' ' || c == '\t').count();
        return dashes + blanks == raw.length() && (dashes >= 3 || dashes == 0 && blanks >= BLANKS_OF_A_RULE);
    }

    private static int endOfLine(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\f') {
            at++;
        }
        return at;
    }
}
