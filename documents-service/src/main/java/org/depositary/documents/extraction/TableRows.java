package org.depositary.documents.extraction;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells the rows of a table in a plain text: lines of cells, with another such line beside them. */
final class TableRows {
    private static final Pattern CELLS =
            Pattern.compile(".*\\S(?:\\t+|\\s*\\|\\s*|\\s{3,})\\S.*\\S(?:\\t+|\\s*\\|\\s*|\\s{3,})\\S.*");

    /** What a converter leaves of a row: a label and at least three figures. */
    private static final Pattern FIGURES =
            Pattern.compile("\\p{L}[^.;:?!]*?(?:\\s+(?:[-+–−]?\\d[\\d.,]*%?|…\\*?|[-–—]|n/?a)\\*?){3,}");

    private TableRows() {}

    static boolean isRow(List<Line> lines, int index) {
        return looksLikeRow(lines.get(index))
                && Stream.of(index - 1, index + 1)
                        .filter(i -> i >= 0 && i < lines.size())
                        .filter(i -> lines.get(Math.max(i, index)).gap() < 2)
                        .anyMatch(i -> looksLikeRow(lines.get(i)));
    }

    private static boolean looksLikeRow(Line line) {
        return line.text().length() < 400
                && (CELLS.matcher(line.text()).matches()
                        || FIGURES.matcher(line.text()).matches());
    }
}
