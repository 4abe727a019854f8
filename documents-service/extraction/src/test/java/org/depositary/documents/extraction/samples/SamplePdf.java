package org.depositary.documents.extraction.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.depositary.documents.extraction.samples.SampleText.Block;
import org.depositary.documents.extraction.samples.SampleText.Kind;

/** Prints a text to a PDF file: lines wrapped at a width, pages with numbers, paragraphs apart in one of several ways. */
public final class SamplePdf {

    /** How a reader sees where a paragraph begins. */
    public enum Style {
        GAPS,
        INDENTS,
        /** Words are spread over the line, except in the last line of a paragraph. List items hang. */
        JUSTIFIED,
        /** Nothing is visible, but each paragraph of a page is one text object. */
        TEXT_OBJECTS,
        /** The same with marked content. */
        MARKED,
        /** Two points more between paragraphs than between lines. */
        SMALL_GAPS,
        /** Larger gaps between paragraphs. A number after a full stop is small and raised, so it is no part of the line. */
        RAISED_MARKS,
        NEITHER
    }

    private static final float SIZE = 11;
    private static final float LEADING = 14;
    private static final float MARK_SIZE = 7;
    private static final float MARK_RISE = 6.5f;
    private static final Pattern MARK = Pattern.compile("(?<=\\p{L}\\.)\\d{1,3}");
    private static final float MARGIN = 72;
    private static final float INDENT = 18;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private final PDDocument document = new PDDocument();

    /** Not shared with other documents: each document numbers its fonts anew. */
    private final PDFont body = new PDType1Font(FontName.TIMES_ROMAN);

    private final PDFont bold = new PDType1Font(FontName.TIMES_BOLD);
    private final Style style;
    private PDPageContentStream page;
    private float y;
    private float lastX;
    private float lastY;
    private boolean inUnit;
    private int marked;
    private int pages;

    private SamplePdf(Style style) {
        this.style = style;
    }

    public static byte[] of(SampleText text, Style style) {
        var printer = new SamplePdf(style);
        try (var out = new ByteArrayOutputStream()) {
            for (Block block : text.blocks()) {
                printer.print(block);
            }
            printer.endPage();
            printer.document.save(out);
            printer.document.close();
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void print(Block block) throws IOException {
        boolean heading = block.kind() == Kind.HEADING;
        boolean hangs = style == Style.JUSTIFIED && block.kind() == Kind.ITEM;
        float first = style == Style.INDENTS && block.kind() == Kind.PARAGRAPH ? INDENT : 0;
        float others = hangs ? INDENT : 0;
        PDFont font = heading ? bold : body;
        List<String> lines = wrap(block.text(), font, first, others);
        for (int i = 0; i < lines.size(); i++) {
            float indent = i == 0 ? first : others;
            boolean last = i == lines.size() - 1;
            printLine(lines.get(i), font, indent, style == Style.JUSTIFIED && !last ? WIDTH - indent : 0);
        }
        endUnit();
        boolean gaps = style == Style.GAPS || style == Style.RAISED_MARKS;
        y -= gaps || heading ? 7 : style == Style.SMALL_GAPS ? 2 : 0;
    }

    /** @param width the width over which the words are spread; 0 if they are not */
    private void printLine(String line, PDFont font, float indent, float width) throws IOException {
        if (page == null || y < MARGIN + LEADING) {
            endPage();
            var next = new PDPage(PDRectangle.A4);
            document.addPage(next);
            page = new PDPageContentStream(document, next);
            y = PDRectangle.A4.getHeight() - MARGIN;
            pages++;
        }
        if (style == Style.RAISED_MARKS) {
            showWithMarks(line, font);
            y -= LEADING;
            return;
        }
        float missing = width - width(line, font);
        long spaces = line.chars().filter(c -> c == ' ').count();
        show(line, font, MARGIN + indent, y, width > 0 && spaces > 0 ? missing / spaces : 0);
        y -= LEADING;
    }

    private void showWithMarks(String line, PDFont font) throws IOException {
        float x = MARGIN;
        int from = 0;
        Matcher mark = MARK.matcher(line);
        while (mark.find()) {
            x += print(line.substring(from, mark.start()), font, SIZE, x, y);
            x += print(mark.group(), font, MARK_SIZE, x, y + MARK_RISE);
            from = mark.end();
        }
        print(line.substring(from), font, SIZE, x, y);
    }

    private float print(String words, PDFont font, float size, float x, float baseline) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, baseline);
        page.showText(words);
        page.endText();
        return font.getStringWidth(words) / 1000 * size;
    }

    private void endPage() throws IOException {
        if (page != null) {
            endUnit();
            show(Integer.toString(pages), body, PDRectangle.A4.getWidth() / 2, MARGIN / 2, 0);
            endUnit();
            page.close();
        }
    }

    private void show(String line, PDFont font, float x, float baseline, float wordSpacing) throws IOException {
        if (style == Style.MARKED && !inUnit) {
            page.beginMarkedContent(COSName.P, marked++);
        }
        if (style == Style.TEXT_OBJECTS && inUnit) {
            page.newLineAtOffset(x - lastX, baseline - lastY);
        } else {
            page.beginText();
            page.setWordSpacing(wordSpacing);
            page.setFont(font, SIZE);
            page.newLineAtOffset(x, baseline);
        }
        page.showText(line);
        inUnit = style == Style.TEXT_OBJECTS || style == Style.MARKED;
        if (style != Style.TEXT_OBJECTS) {
            page.endText();
        }
        lastX = x;
        lastY = baseline;
    }

    /** Ends the text object or the marked content of a paragraph. */
    private void endUnit() throws IOException {
        if (inUnit && style == Style.TEXT_OBJECTS) {
            page.endText();
        } else if (inUnit) {
            page.endMarkedContent();
        }
        inUnit = false;
    }

    private static List<String> wrap(String text, PDFont font, float first, float others) throws IOException {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            float indent = lines.isEmpty() ? first : others;
            if (!line.isEmpty() && width(line + " " + word, font) > WIDTH - indent) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static float width(String text, PDFont font) throws IOException {
        return font.getStringWidth(text) / 1000 * SIZE;
    }
}
