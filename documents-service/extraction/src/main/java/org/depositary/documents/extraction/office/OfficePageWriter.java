package org.depositary.documents.extraction.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.ExtractionLimits;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;
import org.depositary.documents.extraction.text.ControlCharacterFilter;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Writes the events of Apache Tika as a plain HTML page: blocks, lists and tables, without styles and images.
 *
 * <p>Footnotes come at the end of the page. In an OpenDocument text they stand inside the paragraph that they explain.
 * In a Word document the reference is {@code [1]}, and the last paragraphs are the notes.
 */
final class OfficePageWriter extends DefaultHandler {

    private static final Set<String> KEPT = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "table",
            "tr",
            "td",
            "th",
            "br",
            "blockquote",
            "pre",
            "dl",
            "dt",
            "dd",
            "section",
            "article",
            "div");
    private static final Set<String> LEFT_OUT = Set.of("head", "style", "script", "title", "template", "nav");

    private final ExtractionLimits limits;
    private final ExtractionDeadline deadline;
    private final StringBuilder page = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private final List<Integer> paragraphs = new ArrayList<>();
    private final NoteReference reference = new NoteReference();
    private int references;
    private int characters;
    private int tags;
    private int depth;
    private int leftOut;
    private int startedNotes;
    private int note;

    OfficePageWriter(ExtractionLimits limits, ExtractionDeadline deadline) {
        this.limits = limits;
        this.deadline = deadline;
    }

    /** Returns the page as it is, also if the parser stopped early. An HTML parser closes open elements. */
    String html() {
        var html = new StringBuilder(page.length() + notes.length());
        int copied = 0;
        int first = paragraphs.size() - references;
        for (int number = 1; number <= references && first >= 0; number++) {
            int name = paragraphs.get(first + number - 1) + "<p".length();
            html.append(page, copied, name).append(" id=fn-").append(number);
            copied = name;
        }
        return html.append(page, copied, page.length()).append(notes).toString();
    }

    boolean hasHeadings() {
        return page.indexOf("<h1>") >= 0 || page.indexOf("<h2>") >= 0 || page.indexOf("<h3>") >= 0;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        deadline.check();
        depth++;
        if (depth > limits.nesting()) {
            throw new UnreadableDocumentException(ExtractionStatus.TOO_LARGE, "The file is nested too deeply.");
        }
        endReference();
        if (note > 0 || "note".equals(attributes.getValue("class"))) {
            note++;
            startNote();
            return;
        }
        leftOut += leftOut > 0 || LEFT_OUT.contains(localName) ? 1 : 0;
        if (leftOut == 0 && KEPT.contains(localName)) {
            countTag();
            if (localName.equals("p")) {
                paragraphs.add(page.length());
            }
            page.append('<').append(localName).append('>');
        }
    }

    private void startNote() {
        if (note == 1) {
            startedNotes++;
            page.append(startedNotes);
            notes.append("<p id=fn-").append(startedNotes).append('>');
        } else {
            notes.append(' ');
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        depth--;
        endReference();
        if (note > 0) {
            note--;
            notes.append(note == 0 ? "</p>" : " ");
            return;
        }
        if (leftOut == 0 && KEPT.contains(localName) && !localName.equals("br")) {
            page.append("</").append(localName).append('>');
        }
        leftOut -= leftOut > 0 ? 1 : 0;
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        deadline.check();
        if (leftOut > 0) {
            return;
        }
        characters += length;
        if (characters > limits.characters()) {
            throw new UnreadableDocumentException(
                    ExtractionStatus.TOO_LARGE, ControlCharacterFilter.tooLong(limits.characters()));
        }
        if (note == 0 && reference.accepts(chars, start, length)) {
            return;
        }
        endReference();
        append(note > 0 ? notes : page, new String(chars, start, length));
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
        endReference();
        append(page, " ");
    }

    private void endReference() {
        if (reference.isComplete()) {
            references++;
            page.append(references);
        } else {
            page.append(reference.text());
        }
        reference.clear();
    }

    private static void append(StringBuilder target, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> target.append("&lt;");
                case '&' -> target.append("&amp;");
                default -> target.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
    }

    private void countTag() {
        tags++;
        if (tags > limits.tags()) {
            throw new UnreadableDocumentException(
                    ExtractionStatus.TOO_LARGE,
                    "The file has more than %d paragraphs and cells.".formatted(limits.tags()));
        }
    }
}
