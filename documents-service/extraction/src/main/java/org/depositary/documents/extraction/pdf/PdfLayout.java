package org.depositary.documents.extraction.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.numbering.SectionHeading;
import org.depositary.documents.extraction.structure.TextLines;

/**
 * How a PDF file separates paragraphs: by larger gaps, by indented or hanging first lines, or only by short last lines.
 *
 * @param size the font size of most text
 * @param pitch the usual distance of two lines of that size
 * @param lefts where lines usually start: the columns, and the indents
 * @param ends which lines are short
 * @param gap a distance that is larger than this many times the usual one separates paragraphs
 * @param signs how it separates paragraphs
 */
record PdfLayout(float size, float pitch, List<Float> lefts, PdfLineEnds ends, float gap, PdfParagraphSigns signs) {

    /** A gap that is larger than this many usual gaps separates paragraphs. */
    private static final float PARAGRAPH_GAP = 1.22f;

    /** So does a smaller one, if hardly any such gap of the file is inside a sentence. */
    private static final float SMALL_GAP = 1.08f;

    private static final int FEWEST_SMALL_GAPS = 3;

    /** A line that starts further to the right than this many times the font size is indented. */
    private static final float INDENT = 0.8f;

    /** Two columns are further apart than this many times the font size; indents are smaller. */
    private static final float LARGEST_INDENT = 6;

    private static final Pattern BULLET = Pattern.compile("[•·▪◦‣●○■□◆➢\\uF0B7].*");
    private static final Pattern MARK = Pattern.compile(
            "(?:[-–—*]|\\(?(?:\\d{1,3}|\\p{Ll}|[ivxl]{1,5})[.)]|\\d{1,2}(?:\\.\\d{1,2})+\\.?)\\s+\\S.*");

    static PdfLayout of(List<PdfLine> lines) {
        float size = mostText(lines);
        var sized = lines.stream()
                .filter(line -> Math.abs(line.size() - size) < 0.6f)
                .toList();
        var lefts = frequentLefts(sized);
        var body = sized.stream().filter(line -> !line.bold() && !line.isRow()).toList();
        var ends = PdfLineEnds.of(body, columns(lefts, size));
        float pitch = pitch(sized);
        float gap = gap(body, pitch, ends);
        var layout = new PdfLayout(size, pitch, lefts, ends, gap, PdfParagraphSigns.NONE);
        return new PdfLayout(size, pitch, lefts, ends, gap, layout.signs(lines));
    }

    private static float gap(List<PdfLine> body, float pitch, PdfLineEnds ends) {
        int small = 0;
        int afterEnd = 0;
        for (int i = 1; i < body.size(); i++) {
            PdfLine before = body.get(i - 1);
            PdfLine line = body.get(i);
            float pitches = before.page() == line.page() ? (line.y() - before.y()) / pitch : 0;
            if (pitches > SMALL_GAP && pitches <= PARAGRAPH_GAP) {
                small++;
                afterEnd += TextLines.endSentence(before.text()) || ends.isShort(before, line) ? 1 : 0;
            }
        }
        return small >= FEWEST_SMALL_GAPS && afterEnd * 10 >= small * 9 ? SMALL_GAP : PARAGRAPH_GAP;
    }

    private PdfParagraphSigns signs(List<PdfLine> lines) {
        var counter = new PdfParagraphSigns.Counter();
        for (int i = 1; i < lines.size(); i++) {
            PdfLine before = lines.get(i - 1);
            PdfLine line = lines.get(i);
            boolean below = before.page() == line.page() && line.y() > before.y();
            if (below && isBody(before) && isBody(line)) {
                counter.add(pair(before, line));
            }
        }
        return counter.signs();
    }

    private PdfParagraphSigns.LinePair pair(PdfLine before, PdfLine line) {
        boolean ended = TextLines.endSentence(before.text());
        boolean isGap = line.y() - before.y() > pitch * gap;
        boolean indent = isIndented(line);
        return new PdfParagraphSigns.LinePair(
                isGap,
                indent,
                !isGap && indent && !isIndented(before) && stops(before, line),
                !isGap && isLeftOf(line, before),
                ended,
                ended && ends.isShort(before, line) && !isItem(line),
                isInsideSentence(before, line),
                before.lastUnit().textObject() != line.firstUnit().textObject(),
                before.lastUnit().marked() != line.firstUnit().marked());
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
        float distance = line.y() - before.y();
        boolean sameColumn = !nextPage && distance > 0;
        if (sameColumn && distance > pitchOf(line) * gap) {
            return true;
        }
        boolean ended = TextLines.endSentence(before.text());
        if (sameColumn && signs.hasUnits()) {
            return signs.areApart(before.lastUnit(), line.firstUnit(), isInsideSentence(before, line))
                    || ended && isItem(line);
        }
        boolean stops = stops(before, line);
        if (stops && (line.bold() != before.bold() || beginsSection(line) || beginsSection(before))) {
            return true;
        }
        if (ended && isItem(line)) {
            return true;
        }
        if (signs.hanging() && ended && isLeftOf(line, before)) {
            return true;
        }
        if (signs.indents() && stops && isIndented(line) && !signs.hanging()) {
            return true;
        }
        boolean separated = signs.gaps() || signs.indents();
        if (separated && sameColumn) {
            return false;
        }
        return separated
                ? ends.isShort(before, line) && (ended || PdfLineEnds.beginsLikeParagraph(line))
                : ends.isLast(before, line);
    }

    private static boolean isInsideSentence(PdfLine before, PdfLine line) {
        return !TextLines.endSentence(before.text())
                && Character.isLowerCase(line.text().codePointAt(0));
    }

    private boolean stops(PdfLine before, PdfLine line) {
        return TextLines.endSentence(before.text()) || ends.isShort(before, line);
    }

    static boolean isItem(PdfLine line) {
        return BULLET.matcher(line.text()).matches()
                || MARK.matcher(line.text()).matches();
    }

    private static boolean beginsSection(PdfLine line) {
        return line.text().length() < 120 && SectionHeading.of(line.text()).isPresent();
    }

    /** Larger and smaller text has larger and smaller gaps. */
    private float pitchOf(PdfLine line) {
        return pitch * Math.max(1, line.size() / size);
    }

    private boolean isIndented(PdfLine line) {
        float column = lefts.stream()
                .filter(left -> left <= line.left() + 1 && left > line.left() - size * LARGEST_INDENT)
                .min(Float::compare)
                .orElse(line.left());
        return line.left() > column + size * INDENT;
    }

    /** Whether the line starts further to the left than the line before it, in the same column. */
    private boolean isLeftOf(PdfLine line, PdfLine before) {
        float distance = before.left() - line.left();
        return distance > size * INDENT && distance < size * LARGEST_INDENT;
    }

    private static List<Float> columns(List<Float> lefts, float size) {
        List<Float> columns = new ArrayList<>();
        for (float left : lefts) {
            if (columns.isEmpty() || left > columns.getLast() + size * LARGEST_INDENT) {
                columns.add(left);
            }
        }
        return columns;
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
}
