package org.depositary.documents.extraction.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.structure.TextLines;

/**
 * Which lines are the last of their paragraph, by their length alone. A program prints words on a line until the next
 * word does not fit. So a line is the last one if the first word of the next line would have fitted. In justified text,
 * each line that ends before the edge of its column is a last line. Some programs count characters instead: then no line
 * inside a sentence has room for the next word by that measure.
 *
 * <p>A last line can also be full. Then only the sentence ends there. Such lines end paragraphs if the paragraphs of
 * this file are so short that most sentences at the end of a full line end a paragraph, too.
 */
final class PdfLineEnds {

    /** Columns of unequal width, or a few lines that are too long, hide the edge of the others. */
    private static final List<Double> EDGES = List.of(1.0, 0.97, 0.9);

    /**
     * A line is full from this share of the width of its column. Programs that wrap lines by their width fill them
     * completely; lines with equal numbers of characters are less full.
     */
    private static final List<Float> FULL = List.of(0.995f, 0.98f, 0.95f, 0.9f, 0.8f);

    /** At most one in so many short lines may end inside a sentence. Otherwise they are not all last lines. */
    private static final int FEW_UNFINISHED = 5;

    /** Matches the end of a sentence and the beginning of the next one. */
    private static final Pattern SENTENCES = Pattern.compile("[.!?][\"'’”)]?\\s\\p{Lu}");

    private static final float JUSTIFIED_SHARE = 0.4f;
    private static final float SPACE = 0.25f;

    /** A line of the text, the line after it, and the column of the first one. */
    private record Pair(PdfLine before, PdfLine line, Column column) {

        boolean isInsideSentence() {
            return !TextLines.endSentence(before.text())
                    && Character.isLowerCase(line.text().codePointAt(0));
        }

        boolean isBetweenSentences() {
            return TextLines.endSentence(before.text()) && beginsLikeParagraph(line);
        }

        /** The length that the line would have had with the first word of the next line, from the left of the column. */
        float needed() {
            return before.right() - column.left + before.size() * SPACE + line.firstWordWidth();
        }

        /** The same as a number of characters. */
        int neededCharacters() {
            return before.text().length() + 1 + TextLines.firstWord(line.text()).length();
        }
    }

    /** The lines that start at about the same distance from the left. */
    private static final class Column {

        private final float left;
        private final List<Float> rights = new ArrayList<>();
        private int mostCharacters;

        Column(float left) {
            this.left = left;
        }

        void add(PdfLine line) {
            rights.add(line.right());
            mostCharacters = Math.max(mostCharacters, line.text().length());
        }

        float width(double share) {
            return rights.isEmpty() ? Float.MAX_VALUE : rights.get((int) Math.ceil((rights.size() - 1) * share)) - left;
        }
    }

    private final TreeMap<Float, Column> columns = new TreeMap<>();
    private Predicate<Pair> isShort = pair -> false;
    private boolean justified;
    private boolean fullLinesEndParagraphs;

    private PdfLineEnds() {}

    /**
     * Analyses the lines.
     *
     * @param body the lines of the text, without headings and tables
     * @param columns where the columns start
     */
    static PdfLineEnds of(List<PdfLine> body, List<Float> columns) {
        var ends = new PdfLineEnds();
        columns.forEach(left -> ends.columns.put(left, new Column(left)));
        body.forEach(line -> ends.column(line).add(line));
        ends.columns.values().forEach(column -> column.rights.sort(Comparator.naturalOrder()));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < body.size(); i++) {
            pairs.add(ends.pair(body.get(i - 1), body.get(i)));
        }
        ends.isShort = ends.shortLines(pairs);
        ends.fullLinesEndParagraphs = !ends.justified && ends.fullLinesEndParagraphs(pairs);
        return ends;
    }

    /** Whether the first word of {@code line} would have fitted into the line before it. */
    boolean isShort(PdfLine before, PdfLine line) {
        return isShort.test(pair(before, line));
    }

    /** Whether {@code before} is the last line of its paragraph, if nothing but its length and its words shows it. */
    boolean isLast(PdfLine before, PdfLine line) {
        var pair = pair(before, line);
        if (isShort.test(pair)) {
            return TextLines.endSentence(before.text()) || beginsLikeParagraph(line);
        }
        return fullLinesEndParagraphs && pair.isBetweenSentences();
    }

    static boolean beginsLikeParagraph(PdfLine line) {
        return !Character.isLowerCase(line.text().codePointAt(0));
    }

    private Pair pair(PdfLine before, PdfLine line) {
        return new Pair(before, line, column(before));
    }

    private Column column(PdfLine line) {
        Map.Entry<Float, Column> nearest = columns.floorEntry(line.left() + 1);
        return nearest == null
                ? columns.computeIfAbsent((float) Math.floor(line.left()), Column::new)
                : nearest.getValue();
    }

    private Predicate<Pair> shortLines(List<Pair> pairs) {
        Predicate<Pair> fits = pair -> pair.neededCharacters() <= pair.column().mostCharacters;
        if (pairs.stream().filter(fits).noneMatch(Pair::isInsideSentence)
                && pairs.stream().filter(hasRoom(1, FULL.getFirst())).anyMatch(Pair::isInsideSentence)) {
            return fits;
        }
        for (double edge : EDGES) {
            Predicate<Pair> isBeforeEdge = pair -> pair.before().right() - pair.column().left
                    < pair.column().width(edge) - pair.before().size() * SPACE;
            if (isJustified(pairs, edge) && areLastLines(pairs, isBeforeEdge)) {
                justified = true;
                return isBeforeEdge;
            }
            Predicate<Pair> hasRoom = hasRoom(edge, FULL.getFirst());
            if (areLastLines(pairs, hasRoom)) {
                return hasRoom;
            }
        }
        double edge = EDGES.getLast();
        return FULL.stream()
                .map(share -> hasRoom(edge, share))
                .filter(hasRoom -> areLastLines(pairs, hasRoom))
                .findFirst()
                .orElseGet(() -> hasRoom(edge, FULL.getLast()));
    }

    private static Predicate<Pair> hasRoom(double edge, float share) {
        return pair -> pair.needed() < pair.column().width(edge) * share;
    }

    private static boolean isJustified(List<Pair> pairs, double edge) {
        long atEdge = pairs.stream()
                .filter(pair -> Math.abs(pair.before().right()
                                - pair.column().left
                                - pair.column().width(edge))
                        < 1)
                .count();
        return atEdge >= pairs.size() * JUSTIFIED_SHARE;
    }

    private static boolean areLastLines(List<Pair> pairs, Predicate<Pair> isShort) {
        var shorter = pairs.stream().filter(isShort).toList();
        return shorter.stream().filter(Pair::isInsideSentence).count() * FEW_UNFINISHED <= shorter.size();
    }

    /**
     * Whether most full lines that end a sentence end a paragraph. The last lines of paragraphs are of any length. So as
     * many of them are full as a word is long, compared with the column. The other sentences end anywhere in a line, so
     * one in as many as a line has words ends with it.
     */
    private boolean fullLinesEndParagraphs(List<Pair> pairs) {
        long lastLines =
                pairs.stream().filter(Pair::isBetweenSentences).filter(isShort).count();
        double share = average(
                pairs,
                pair -> (pair.line().firstWordWidth() + pair.line().size() * SPACE)
                        / pair.column().width(EDGES.getLast()));
        double words = average(pairs, pair -> TextLines.countWords(pair.before().text()));
        long insideLines = pairs.stream()
                .mapToLong(pair ->
                        SENTENCES.matcher(pair.before().text()).results().count())
                .sum();
        return lastLines * share / (1 - Math.min(share, 0.5)) > insideLines / Math.max(1, words - 1);
    }

    private static double average(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        return pairs.stream().mapToDouble(value).average().orElse(0);
    }
}
