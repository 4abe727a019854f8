package org.depositary.documents.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.numbering.SectionHeading;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.TextLines;

/** Joins the lines of a plain text to paragraphs, list items, footnotes and table rows. */
final class PlainTextBlockBuilder {
    private static final Pattern BULLET = Pattern.compile("[•·▪◦‣●○■□◆➢]\\s*\\S.*");

    /**
     * Matches marks of list items that also occur in running text. They start a list item only where a new paragraph
     * can start.
     */
    private static final Pattern WEAK_MARK = Pattern.compile(
            "(?:[-–—*]|\\(?(?:\\d{1,3}|\\p{Ll}|[ivxl]{1,5})[.)]|\\d{1,2}(?:\\.\\d{1,2})+\\.?)\\s+\\S.*");

    private static final Pattern PAGE_NUMBER = Pattern.compile("(?:[-–—]\\s?)?\\d{1,4}(?:\\s?[-–—])?");

    /**
     * The number of lines at the top of a text in which metadata lines are searched. They do not occur further down.
     */
    private static final int HEADER_LINES = 30;

    private static final int LONGEST_ARTICLE_NUMBER = 24;

    private final List<PrintedLine> lines;
    private final LineWrapDetection layout;
    private final boolean paged;
    private final FootnoteDetection footnotes;
    private final List<TextBlock> blocks = new ArrayList<>();

    private PlainTextBlockBuilder(List<PrintedLine> lines, LineWrapDetection layout, boolean paged) {
        this.lines = lines;
        this.layout = layout;
        this.paged = paged;
        this.footnotes = new FootnoteDetection(lines);
    }

    static List<TextBlock> of(
            List<PrintedLine> lines, LineWrapDetection layout, boolean paged, ExtractionDeadline deadline) {
        PlainTextBlockBuilder building = new PlainTextBlockBuilder(lines, layout, paged);
        for (int i = 0; i < lines.size(); i++) {
            deadline.check();
            building.add(i);
        }
        return building.blocks;
    }

    /** Whether the text starts with the mark of a list item. */
    static boolean isMarked(String text) {
        String start = text.length() > 40 ? text.substring(0, 40) : text;
        return BULLET.matcher(start).lookingAt() || WEAK_MARK.matcher(start).lookingAt();
    }

    private void add(int index) {
        PrintedLine line = lines.get(index);
        switch (footnotes.next(index)) {
            case FootnoteDetection.Role.Begins(var number) -> begin(PassageKind.FOOTNOTE, line, number);
            case FootnoteDetection.Role.GoesOn() -> lengthen(line);
            case FootnoteDetection.Role.Body() -> addToBody(index, line);
        }
    }

    private void addToBody(int index, PrintedLine line) {
        if (PAGE_NUMBER.matcher(line.text()).matches() && standsAlone(index)) {
            begin(PassageKind.METADATA, line, Optional.of("page"));
        } else if (TableRowDetection.isRow(lines, index)) {
            begin(PassageKind.TABLE_ROW, line, Optional.empty());
        } else if (beginsItem(index, line)) {
            begin(PassageKind.LIST_ITEM, line, Optional.empty());
        } else if (goesOn(index, line)) {
            lengthen(line);
        } else {
            begin(PassageKind.PARAGRAPH, line, Optional.empty());
        }
    }

    private boolean standsAlone(int index) {
        boolean before = index == 0
                || lines.get(index).gap() > 0
                || lines.get(index).page() > lines.get(index - 1).page();
        boolean after = index + 1 == lines.size()
                || lines.get(index + 1).gap() > 0
                || lines.get(index + 1).page() > lines.get(index).page();
        return before && after;
    }

    private boolean beginsItem(int index, PrintedLine line) {
        return BULLET.matcher(line.text()).matches()
                || WEAK_MARK.matcher(line.text()).matches()
                        && (!goesOn(index, line)
                                || TextLines.endSentence(lines.get(index - 1).text()));
    }

    private boolean goesOn(int index, PrintedLine line) {
        return !blocks.isEmpty()
                && !beginsSection(index, line)
                && !isArticleNumber(lines.get(index - 1).text())
                && (blocks.getLast().kind() == PassageKind.PARAGRAPH
                        || blocks.getLast().kind() == PassageKind.LIST_ITEM)
                && !(index < HEADER_LINES
                        && MetadataLine.of(line.text())
                                .filter(MetadataLine::isLabelled)
                                .isPresent())
                && layout.continues(lines.get(index - 1), line);
    }

    /** Whether an article or annex begins here. A sentence may also name one at the start of a line. */
    private boolean beginsSection(int index, PrintedLine line) {
        return line.text().length() <= HeadingDetection.LONGEST
                && SectionHeading.of(line.text()).isPresent()
                && TextLines.endSentence(lines.get(index - 1).text());
    }

    /** Whether a line is only the number of an article, so that the text of the article begins on the next line. */
    private static boolean isArticleNumber(String line) {
        return line.length() <= LONGEST_ARTICLE_NUMBER
                && SectionHeading.of(line).filter(SectionHeading::isArticle).isPresent();
    }

    private void begin(PassageKind kind, PrintedLine line, Optional<String> label) {
        OptionalInt page = paged ? OptionalInt.of(line.page()) : OptionalInt.empty();
        blocks.add(new TextBlock(kind, line.start(), line.end(), label, page));
    }

    private void lengthen(PrintedLine line) {
        TextBlock last = blocks.removeLast();
        blocks.add(new TextBlock(last.kind(), last.start(), line.end(), last.label(), last.page()));
    }
}
