package org.depositary.documents.extraction.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.depositary.documents.extraction.structure.TextLines;

/**
 * Detects whether the lines of a plain text are wrapped, so that a line end does not end a paragraph. Texts converted
 * from PDF are often double spaced; texts from editors often have one line per paragraph. In wrapped text most full
 * lines end within a sentence.
 */
final class LineWrapDetection {
    /** The maximum length of a line in wrapped text. Longer lines are whole paragraphs. */
    private static final int WIDEST_WRAP = 200;

    /**
     * The share of the full width from which a line counts as full. It is below 1 because proportional fonts give
     * lines of unequal length.
     */
    private static final double FULL = 0.75;

    private static final int ENOUGH_PAIRS = 3;

    private static final Pattern BREAKS_OFF = Pattern.compile("(?:,|\\s\\p{Ll}{1,3})$");

    private final int[] widths;
    private final boolean[] wraps;
    private final boolean wrapped;

    private LineWrapDetection(int[] widths, boolean[] wraps, boolean wrapped) {
        this.widths = widths;
        this.wraps = wraps;
        this.wrapped = wrapped;
    }

    static LineWrapDetection of(List<PrintedLine> lines) {
        int[] widths = {width(lines, 0), width(lines, 1)};
        boolean[] wraps = {wraps(lines, 0, widths[0], true), wraps(lines, 1, widths[1], false)};
        boolean wrapped = wraps(lines, 0, widths[0], false) || wraps[1];
        return new LineWrapDetection(widths, wraps, wrapped);
    }

    /** Whether the text is clearly wrapped, single or double spaced. */
    boolean wrapped() {
        return wrapped;
    }

    /** The minimum number of empty lines between paragraphs. */
    int paragraphGap() {
        return wraps[1] ? 2 : wraps[0] ? 1 : 0;
    }

    /** Whether {@code next} may continue the paragraph of {@code line}. */
    boolean continues(PrintedLine line, PrintedLine next) {
        return next.gap() < wraps.length
                && wraps[next.gap()]
                && !next.afterRule()
                && next.page() == line.page()
                && (full(line, next, widths[next.gap()]) || breaksOff(line, next));
    }

    private static boolean wraps(List<PrintedLine> lines, int gap, int width, boolean whenUnclear) {
        if (width > WIDEST_WRAP) {
            return false;
        }
        var full = IntStream.range(1, lines.size())
                .filter(i -> lines.get(i).gap() == gap && full(lines.get(i - 1), lines.get(i), width))
                .mapToObj(i -> lines.get(i - 1).text())
                .toList();
        long unfinished =
                full.stream().filter(text -> !TextLines.endSentence(text)).count();
        return full.size() < ENOUGH_PAIRS ? whenUnclear : unfinished * 2 > full.size();
    }

    /** Whether the first word of the next line would not have fitted into this line. */
    private static boolean full(PrintedLine line, PrintedLine next, int width) {
        return line.text().length() + 1 + TextLines.firstWord(next.text()).length() >= width * FULL;
    }

    /** Whether the line breaks off early, as in the title "Structure and working of the". */
    private static boolean breaksOff(PrintedLine line, PrintedLine next) {
        return BREAKS_OFF.matcher(line.text()).find()
                || Character.isLowerCase(next.text().codePointAt(0)) && !TextLines.endSentence(line.text());
    }

    /** Returns the width of the text: the length that one line in ten exceeds. */
    private static int width(List<PrintedLine> lines, int gap) {
        int[] lengths = IntStream.range(1, lines.size())
                .filter(i -> lines.get(i).gap() == gap)
                .map(i -> lines.get(i - 1).text().length())
                .sorted()
                .toArray();
        return lengths.length == 0 ? 0 : lengths[lengths.length * 9 / 10];
    }
}
