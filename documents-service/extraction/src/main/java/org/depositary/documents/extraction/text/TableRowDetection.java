package org.depositary.documents.extraction.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Detects table rows in plain text: lines of cells next to another such line. */
final class TableRowDetection {
    private static final Pattern BETWEEN_CELLS = Pattern.compile("\\t+|\\|| {3,}");

    /** Matches a table row without separators, as PDF converters write it: a label and at least three numbers. */
    private static final Pattern FIGURES =
            Pattern.compile("\\p{L}[^.;:?!]*?(?:\\s+(?:[-+–−]?\\d[\\d.,]*%?|…\\*?|[-–—]|n/?a)\\*?){3,}");

    private static final int LONGEST = 400;

    private TableRowDetection() {}

    static boolean isRow(List<PrintedLine> lines, int index) {
        return looksLikeRow(lines.get(index))
                && Stream.of(index - 1, index + 1)
                        .filter(i -> i >= 0 && i < lines.size())
                        .filter(i -> lines.get(Math.max(i, index)).gap() < 2)
                        .anyMatch(i -> looksLikeRow(lines.get(i)));
    }

    private static boolean looksLikeRow(PrintedLine line) {
        return line.text().length() < LONGEST
                && (BETWEEN_CELLS.matcher(line.text()).results().limit(2).count() == 2
                        || FIGURES.matcher(line.text()).matches());
    }
}
