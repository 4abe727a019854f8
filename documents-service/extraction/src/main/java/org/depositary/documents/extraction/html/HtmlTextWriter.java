package org.depositary.documents.extraction.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.numbering.NoteNumber;
import org.depositary.documents.extraction.numbering.ParagraphMark;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.TextLines;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Writes the text of an HTML page: one block after the other, white space collapsed as in a browser, table cells
 * separated by tabs.
 */
final class HtmlTextWriter implements NodeVisitor {
    private final ExtractionDeadline deadline;
    private final StringBuilder text = new StringBuilder();
    private final List<TextBlock> blocks = new ArrayList<>();
    private final HtmlBlockStack context = new HtmlBlockStack();
    private final HtmlListNumbers numbers = new HtmlListNumbers();
    private int blockStart;
    private int breaks;
    private int preformatted;

    /** The number of the item that begins; empty after its first word. */
    private String itemNumber = "";

    /** The end of that number in the text; 0 if the present block begins with none. */
    private int numberEnd;

    HtmlTextWriter(ExtractionDeadline deadline) {
        this.deadline = deadline;
    }

    String text() {
        return text.toString().stripTrailing();
    }

    List<TextBlock> blocks() {
        return blocks;
    }

    /** Writes the metadata of the page, before its text. Leaves out a title that a heading repeats. */
    void describe(ExtractedMetadata description, Document page) {
        boolean titleStandsInText = page.select("h1, h2").stream()
                .anyMatch(heading -> description.title().equals(Optional.of(TextLines.inOneLine(heading.text()))));
        description.title().filter(title -> !titleStandsInText).ifPresent(title -> line("title", title));
        description.author().ifPresent(author -> line("author", author));
        description.date().ifPresent(date -> line("date", date));
        description.place().ifPresent(place -> line("place", place));
        description.publisher().ifPresent(publisher -> line("publisher", publisher));
    }

    void read(Element content) {
        NodeTraversor.traverse(this, content);
        finish(context.current());
    }

    @Override
    public void head(Node node, int depth) {
        deadline.check();
        switch (node) {
            case TextNode words -> append(words.getWholeText());
            case Element element when element.nameIs("br") -> lineBreak();
            case Element element when context.isCell(element) -> nextCell();
            case Element element
            when context.separates(element) -> {
                finish(context.current());
                context.enter(element);
                beginItem(element);
            }
            case Element element when element.isBlock() -> append(' ');
            default -> {}
        }
        preformatted += node.nameIs("pre") ? 1 : 0;
    }

    @Override
    public void tail(Node node, int depth) {
        preformatted -= node.nameIs("pre") ? 1 : 0;
        if (node instanceof Element element && context.leaves(element)) {
            finish(context.current());
            context.leave();
            itemNumber = element.nameIs("li") ? "" : itemNumber;
        }
    }

    /** The number of an item stands before its first word. In a note it has no stop, as in other formats. */
    private void beginItem(Element element) {
        HtmlBlockStack.Kind kind = context.current();
        numbers.next(element)
                .ifPresent(number -> itemNumber =
                        kind.kind() == PassageKind.FOOTNOTE ? kind.label().orElse(number) + " " : number + ". ");
    }

    private void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            append(words.charAt(i));
        }
    }

    /** Appends a character. Drops soft hyphens and zero-width spaces, because they are only hints for line breaks. */
    private void append(char c) {
        if (c == '\u00AD' || c == '\u200B' || c == '\uFEFF') {
            return;
        }
        boolean space = c == '\u00A0' || Character.isWhitespace(c);
        if (space && preformatted > 0 && c == '\n') {
            lineBreak();
        } else if (!space) {
            breaks = 0;
            printNumber();
            text.append(c);
        } else if (preformatted > 0 || !endsInSpace()) {
            text.append(' ');
        }
    }

    private void printNumber() {
        if (text.length() == blockStart && !itemNumber.isEmpty()) {
            text.append(itemNumber);
            numberEnd = text.length();
            itemNumber = "";
        }
    }

    /** Removes the number of an item whose own words begin with one. Its page hides the numbers of the browser. */
    private void removeRepeatedNumber() {
        if (numberEnd > 0) {
            String words = text.substring(numberEnd);
            boolean repeated = context.current().kind() == PassageKind.FOOTNOTE
                    ? NoteNumber.of(words).isPresent()
                    : ParagraphMark.of(words)
                            .filter(mark -> mark.style() != ParagraphMark.Style.BARE)
                            .isPresent();
            if (repeated) {
                text.delete(blockStart, numberEnd);
            }
            numberEnd = 0;
        }
    }

    /**
     * Handles a {@code br} element. Two in a row end the paragraph, because old pages separate paragraphs in this
     * way.
     */
    private void lineBreak() {
        breaks++;
        trim();
        if (breaks > 1 && !context.inRow()) {
            finish(context.current());
        } else if (text.length() > blockStart) {
            text.append(context.inRow() ? ' ' : '\n');
        }
    }

    private void nextCell() {
        trim();
        if (text.length() > blockStart) {
            text.append('\t');
        }
    }

    private boolean endsInSpace() {
        return text.length() == blockStart || Character.isWhitespace(text.charAt(text.length() - 1));
    }

    private void trim() {
        while (text.length() > blockStart && Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
    }

    private void finish(HtmlBlockStack.Kind kind) {
        trim();
        removeRepeatedNumber();
        breaks = 0;
        if (text.length() > blockStart) {
            blocks.add(kind.block(blockStart, text.length()));
            text.append(kind.separator());
        }
        blockStart = text.length();
    }

    private void line(String field, String value) {
        text.append(value);
        blocks.add(TextBlock.labelled(PassageKind.METADATA, blockStart, text.length(), field));
        text.append('\n');
        blockStart = text.length();
    }
}
