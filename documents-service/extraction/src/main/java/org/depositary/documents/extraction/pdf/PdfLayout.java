package org.depositary.documents.extraction.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.numbering.SectionHeading;
import org.depositary.documents.extraction.structure.TextLines;

/**
 * How a PDF file separates paragraphs: by larger gaps, by indents, or only by short last lines.
 *
 * @param size the font size of most text
 * @param pitch the usual distance of two lines of that size
 * @param width the usual length of a full line
 * @param lefts where lines usually start: the columns, and the indents
 * @param fullShare the share of the width from which a line is full
 * @param hasGaps whether larger gaps separate paragraphs
 * @param hasIndents whether indented first lines begin paragraphs
 */
record PdfLayout(
        float size, float pitch, float width, List<Float> lefts, float fullShare, boolean hasGaps, boolean hasIndents) {

    /** A gap that is larger than this many usual gaps separates paragraphs. */
    private static final float PARAGRAPH_GAP = 1.22f;

    /**
     * A line that is shorter than one of these shares of a full one is a last line. Lines that a program has wrapped by
     * their width are nearly full; lines with equal numbers of characters are not.
     */
    private static final List<Float> SHORT = List.of(0.98f, 0.95f, 0.9f, 0.8f);

    /** At most one in so many short lines may end inside a sentence. Otherwise they are not all last lines. */
    private static final int FEW_UNFINISHED = 5;

    private static final Pattern BULLET = Pattern.compile("[•·▪◦‣●○■□◆➢\\uF0B7].*");
    private static final Pattern MARK = Pattern.compile(
            "(?:[-–—*]|\\(?(?:\\d{1,3}|\\p{Ll}|[ivxl]{1,5})[.)]|\\d{1,2}(?:\\.\\d{1,2})+\\.?)\\s+\\S.*");

    static PdfLayout of(List<PdfLine> lines) {
        float size = mostText(lines);
        List<PdfLine> body = lines.stream()
                .filter(line -> Math.abs(line.size() - size) < 0.6f)
                .toList();
        float pitch = pitch(body);
        float width = percentile(
                body.stream().map(line -> line.right() - line.left()).sorted().toList(), 0.9);
        List<Float> lefts = frequentLefts(body);
        var layout = new PdfLayout(size, pitch, width, lefts, fullShare(lines, width), false, false);
        int gaps = 0;
        int indents = 0;
        int pairs = 0;
        for (int i = 1; i < lines.size(); i++) {
            PdfLine before = lines.get(i - 1);
            PdfLine line = lines.get(i);
            float gap = line.y() - before.y();
            if (before.page() != line.page() || gap <= 0 || !layout.isBody(before) || !layout.isBody(line)) {
                continue;
            }
            pairs++;
            boolean wide = gap > pitch * PARAGRAPH_GAP;
            gaps += wide ? 1 : 0;
            indents += !wide && layout.isIndented(line) && !layout.isIndented(before) ? 1 : 0;
        }
        boolean hasGaps = gaps >= 2 && gaps * 40 >= pairs;
        boolean hasIndents = indents >= 2 && indents * 40 >= pairs;
        return new PdfLayout(size, pitch, width, lefts, layout.fullShare(), hasGaps, hasIndents);
    }

    private boolean isBody(PdfLine line) {
        return Math.abs(line.size() - size) < 0.6f && !line.bold() && !line.isRow();
    }

    /** Whether {@code line} begins a new block after {@code before}, the line above it in the text. */
    boolean begins(PdfLine line, PdfLine before) {
        if (!line.hasSizeOf(before)
                || line.isRow()
                || before.isRow()
                || BULLET.matcher(line.text()).matches()) {
            return true;
        }
        boolean nextPage = line.page() != before.page();
        float gap = line.y() - before.y();
        boolean sameColumn = !nextPage && gap > 0;
        if (sameColumn && gap > pitchOf(line) * PARAGRAPH_GAP) {
            return true;
        }
        boolean ended = TextLines.endSentence(before.text());
        boolean stops = ended || isShort(before, line);
        if (stops && (line.bold() != before.bold() || beginsSection(line) || beginsSection(before))) {
            return true;
        }
        if (ended && isItem(line)) {
            return true;
        }
        if (hasIndents && isIndented(line) && (stops || !isIndented(before))) {
            return true;
        }
        if (sameColumn && (hasGaps || hasIndents)) {
            return false;
        }
        return isShort(before, line) && (ended || beginsLikeParagraph(line));
    }

    static boolean isItem(PdfLine line) {
        return BULLET.matcher(line.text()).matches()
                || MARK.matcher(line.text()).matches();
    }

    private static boolean beginsSection(PdfLine line) {
        return line.text().length() < 120 && SectionHeading.of(line.text()).isPresent();
    }

    private static boolean beginsLikeParagraph(PdfLine line) {
        return !Character.isLowerCase(line.text().codePointAt(0));
    }

    /** Whether the first word of the next line would have fitted into this line. */
    private boolean isShort(PdfLine line, PdfLine next) {
        return needed(line, next) < width * fullShare;
    }

    private static float needed(PdfLine line, PdfLine next) {
        return line.right() - line.left() + (TextLines.firstWord(next.text()).length() + 1) * next.characterWidth();
    }

    private static float fullShare(List<PdfLine> lines, float width) {
        return SHORT.stream()
                .filter(share -> {
                    int shorter = 0;
                    int unfinished = 0;
                    for (int i = 1; i < lines.size(); i++) {
                        PdfLine before = lines.get(i - 1);
                        boolean isShort = needed(before, lines.get(i)) < width * share;
                        shorter += isShort ? 1 : 0;
                        unfinished += isShort && !TextLines.endSentence(before.text()) ? 1 : 0;
                    }
                    return unfinished * FEW_UNFINISHED <= shorter;
                })
                .findFirst()
                .orElse(SHORT.getLast());
    }

    /** Larger and smaller text has larger and smaller gaps. */
    private float pitchOf(PdfLine line) {
        return pitch * Math.max(1, line.size() / size);
    }

    private boolean isIndented(PdfLine line) {
        float column = lefts.stream()
                .filter(left -> left <= line.left() + 1 && left > line.left() - size * 6)
                .min(Float::compare)
                .orElse(line.left());
        return line.left() > column + size * 0.8f;
    }

    private static List<Float> frequentLefts(List<PdfLine> body) {
        Map<Integer, Integer> counts = new HashMap<>();
        body.forEach(line -> counts.merge(Math.round(line.left()), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(left -> left.getValue() * 10 >= body.size())
                .map(left -> (float) left.getKey())
                .sorted()
                .toList();
    }

    private static float mostText(List<PdfLine> lines) {
        Map<Float, Integer> characters = new HashMap<>();
        lines.forEach(line -> characters.merge(line.size(), line.text().length(), Integer::sum));
        return characters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(10f);
    }

    private static float pitch(List<PdfLine> body) {
        Map<Integer, Integer> gaps = new HashMap<>();
        for (int i = 1; i < body.size(); i++) {
            float gap = body.get(i).y() - body.get(i - 1).y();
            if (gap > 0 && body.get(i).page() == body.get(i - 1).page()) {
                gaps.merge(Math.round(gap * 4), 1, Integer::sum);
            }
        }
        return gaps.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(it -> -it.getKey()))
                .map(most -> most.getKey() / 4f)
                .orElse(Float.MAX_VALUE);
    }

    private static float percentile(List<Float> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * share));
    }
}
