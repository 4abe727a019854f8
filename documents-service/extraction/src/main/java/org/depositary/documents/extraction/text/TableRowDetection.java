package org.depositary.documents.extraction.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.documents.extraction.numbering.SectionHeading;

/** Detects table rows in plain text: lines of cells next to another such line. */
final class TableRowDetection {
    private static final Pattern BETWEEN_CELLS = Pattern.compile("\\t+|\\|| {3,}");

    /** Matches a table row without separators, as PDF converters write it: a label and at least three numbers. */
    private static final Pattern FIGURES =
            Pattern.compile("\\p{L}[^.;:?!]*?(?:\\s+(?:[-+–−]?\\d[\\d.,]*%?|…\\*?|[-–—]|n/?a)\\*?){3,}");

    /** Matches a line of two cells. The first one is no mark of a list item or note, and no name of a field. */
    private static final Pattern PAIR = Pattern.compile(
            "(?!(?:[\\[(]?\\p{Alnum}{1,4}[.)\\]]|\\d{1,3}|[^\\p{Alnum}\\s]{1,2})\\s)([^\\t|]*?[^\\s.:;?!])(\\t+| *\\| *| {3,})([^\\s|].*)");

    private static final int LONGEST_FIRST_CELL = 80;
    private static final int LONGEST = 400;

    private TableRowDetection() {}

    static boolean isRow(List<PrintedLine> lines, int index) {
        return isPair(lines, index)
                || looksLikeRow(lines.get(index))
                        && Stream.of(index - 1, index + 1)
                                .filter(i -> i >= 0 && i < lines.size())
                                .filter(i -> lines.get(Math.max(i, index)).gap() < 2)
                                .anyMatch(i -> looksLikeRow(lines.get(i)));
    }

    /** Whether the line and one next to it have two cells in the same columns. */
    private static boolean isPair(List<PrintedLine> lines, int index) {
        Optional<String> column = column(lines.get(index));
        return column.isPresent()
                && Stream.of(index - 1, index + 1)
                        .filter(i -> i >= 0 && i < lines.size())
                        .filter(i -> lines.get(Math.max(i, index)).gap() == 0)
                        .anyMatch(i -> column(lines.get(i)).equals(column));
    }

    /** Returns where the second of two cells begins: its offset, or the separator. Empty if the line has not two cells. */
    private static Optional<String> column(PrintedLine line) {
        Matcher pair = PAIR.matcher(line.text());
        boolean row = line.text().length() < LONGEST
                && pair.matches()
                && pair.start(2) <= LONGEST_FIRST_CELL
                && !BETWEEN_CELLS.matcher(pair.group(3)).find()
                && SectionHeading.of(line.text()).isEmpty();
        if (!row) {
            return Optional.empty();
        }
        String separator = pair.group(2).strip();
        boolean spaces = separator.isEmpty() && pair.group(2).indexOf('\t') < 0;
        return Optional.of(spaces ? Integer.toString(pair.start(3)) : separator);
    }

    private static boolean looksLikeRow(PrintedLine line) {
        return line.text().length() < LONGEST
                && (BETWEEN_CELLS.matcher(line.text()).results().limit(2).count() == 2
                        || FIGURES.matcher(line.text()).matches());
    }
}
