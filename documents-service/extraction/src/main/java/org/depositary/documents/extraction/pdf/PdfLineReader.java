package org.depositary.documents.extraction.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.depositary.documents.extraction.structure.ExtractionInput;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;
import org.depositary.documents.extraction.text.ControlCharacterFilter;

/** Reads the printed lines of a PDF file, page by page, with their position and font size. */
final class PdfLineReader extends PDFTextStripper {

    /** A gap between two words that is wider than this many times the font size separates cells of a table. */
    private static final float CELL_GAP = 1.6f;

    /** Gaps that differ by less than this many times the font size are equal. */
    private static final float EQUAL_GAPS = 0.1f;

    private final ExtractionInput source;
    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<Float, Integer> sizes = new HashMap<>();
    private final PdfUnitCounter units = new PdfUnitCounter();
    private PdfPictures pictures = PdfPictures.NONE;
    private int pageNumber;
    private int characters;
    private float left;
    private float right;
    private float y;
    private float firstWordWidth;
    private PdfLine.Unit firstUnit;
    private PdfLine.Unit lastUnit;
    private float narrowestGap;
    private float widestGap;
    private boolean bold;

    /** The superclass has ended the line. It is one line with what follows if that is only raised or lowered. */
    private boolean lineEnded;

    private PdfPiece last = new PdfPiece(0, 0, 0, 0);

    PdfLineReader(ExtractionInput source) {
        this.source = source;
        // Pages are processed one by one, so the page counter of the superclass stays 0.
        setStartPage(0);
        setSuppressDuplicateOverlappingText(true);
        addOperator(new PdfPictures.PictureOperator(this));
        addOperator(new PdfPictures.InlinePictureOperator(this));
        startLine();
    }

    /**
     * Returns the lines of one page.
     *
     * @param number the page number, from 1
     */
    List<PdfLine> read(PDPage page, int number) throws IOException {
        lines.clear();
        units.startPage();
        pictures = PdfPictures.of(page);
        startLine();
        pageNumber = number;
        processPage(page);
        endLine();
        return List.copyOf(lines);
    }

    /** Returns the pictures of the page that was read last. */
    PdfPictures pictures() {
        return pictures;
    }

    /** Returns the lines of a page that could only be read in part. */
    List<PdfLine> linesSoFar() {
        return List.copyOf(lines);
    }

    @Override
    protected void writePageStart() {}

    @Override
    protected void writePageEnd() {
        endLine();
    }

    @Override
    protected void startArticle(boolean leftToRight) {}

    @Override
    protected void endArticle() {
        endLine();
    }

    @Override
    public void beginText() throws IOException {
        units.beginText();
        super.beginText();
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        units.beginMarked(properties);
        super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        units.endMarked();
        super.endMarkedContentSequence();
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        source.deadline().check();
        characters++;
        if (characters > source.limits().characters()) {
            throw new UnreadableDocumentException(
                    ExtractionStatus.TOO_LARGE,
                    ControlCharacterFilter.tooLong(source.limits().characters()));
        }
        units.add(position);
        super.processTextPosition(position);
    }

    @Override
    protected void writeString(String words, List<TextPosition> positions) {
        if (positions.isEmpty()) {
            return;
        }
        // Programs print spaces at the end of a line, beyond the edge of the column.
        List<TextPosition> printed =
                positions.stream().filter(PdfLineReader::isPrinted).toList();
        if (printed.isEmpty()) {
            writeWordSeparator();
            return;
        }
        TextPosition first = printed.getFirst();
        TextPosition end = printed.getLast();
        if (lineEnded) {
            continueOrEndLine(first);
        }
        if (text.isEmpty()) {
            left = first.getXDirAdj();
            y = first.getYDirAdj();
            firstWordWidth = firstWordWidth(positions);
            firstUnit = units.of(first);
        } else {
            float gap = first.getXDirAdj() - right;
            narrowestGap = Math.min(narrowestGap, gap);
            widestGap = Math.max(widestGap, gap);
            if (gap > CELL_GAP * size(first)) {
                stripTrailing();
                text.append('\t');
            }
        }
        lastUnit = units.of(end);
        right = Math.max(right, end.getXDirAdj() + end.getWidthDirAdj());
        last = piece(first);
        text.append(words);
        positions.forEach(this::count);
    }

    /**
     * Ends the line, unless the next characters are raised, lowered or back on the line. The superclass ends a line at
     * each of them, because they hardly overlap the others.
     */
    private void continueOrEndLine(TextPosition first) {
        lineEnded = false;
        PdfPiece next = piece(first);
        if (text.isEmpty() || !last.isOneLineWith(next)) {
            endLine();
            return;
        }
        y = next.size() > last.size() ? next.y() : y;
        if (last.isApartFrom(next)) {
            writeWordSeparator();
        }
    }

    private PdfPiece piece(TextPosition first) {
        return new PdfPiece(first.getXDirAdj(), right, first.getYDirAdj(), size(first));
    }

    /** Does not copy the line, which may be long and have many cells. */
    private void stripTrailing() {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        text.setLength(end);
    }

    private static boolean isPrinted(TextPosition position) {
        return !position.getUnicode().isBlank();
    }

    private float firstWordWidth(List<TextPosition> positions) {
        return (float) positions.stream()
                .dropWhile(position -> !isPrinted(position))
                .takeWhile(PdfLineReader::isPrinted)
                .mapToDouble(position -> position.getXDirAdj() + position.getWidthDirAdj() - left)
                .max()
                .orElse(0);
    }

    private void count(TextPosition position) {
        sizes.merge(size(position), 1, Integer::sum);
        bold &= isBold(position.getFont());
    }

    /** Returns the font size as printed, in half points. Some files scale a font of size 1. */
    private static float size(TextPosition position) {
        float size = Math.abs(position.getFontSizeInPt());
        return Math.round((size > 0 ? size : position.getHeightDir()) * 2) / 2f;
    }

    private static boolean isBold(PDFont font) {
        String name = font == null || font.getName() == null ? "" : font.getName();
        return name.toLowerCase(Locale.ROOT).contains("bold");
    }

    @Override
    protected void writeWordSeparator() {
        if (!text.isEmpty()) {
            text.append(' ');
        }
    }

    @Override
    protected void writeLineSeparator() {
        lineEnded = true;
    }

    @Override
    protected void writeParagraphSeparator() {
        lineEnded = true;
    }

    @Override
    protected void writeParagraphStart() {
        lineEnded = true;
    }

    @Override
    protected void writeParagraphEnd() {
        lineEnded = true;
    }

    private void endLine() {
        String words = (isSpread() ? text.toString().replace('\t', ' ') : text.toString())
                .replaceAll("(?<! ) *+\t *+", "\t")
                .replaceAll("[ \\u00A0]+", " ")
                .strip();
        if (!words.isEmpty()) {
            lines.add(new PdfLine(
                    clean(words), pageNumber, left, right, y, mostSize(), bold, firstWordWidth, firstUnit, lastUnit));
        }
        startLine();
    }

    /** Justified text can have a line of a few words with wide, equal gaps, which are no cells. */
    private boolean isSpread() {
        boolean severalGaps = text.indexOf("\t") != text.lastIndexOf("\t");
        return severalGaps
                && widestGap - narrowestGap < mostSize() * EQUAL_GAPS
                && text.chars().noneMatch(Character::isDigit);
    }

    private void startLine() {
        text.setLength(0);
        lineEnded = false;
        narrowestGap = Float.MAX_VALUE;
        widestGap = 0;
        sizes.clear();
        right = 0;
        bold = true;
    }

    private static String clean(String words) {
        return words.replaceAll("[\\p{Cc}&&[^\\t]]", " ");
    }

    private float mostSize() {
        return sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }
}
