package org.depositary.documents.extraction.office;

import java.util.Set;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.ExtractionLimits;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.FileKind;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;
import org.depositary.documents.extraction.text.ControlCharacterFilter;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Writes the events of Apache Tika as a plain HTML page: blocks, lists and tables, without styles and images. Notes come
 * at the end of the page, each as one paragraph that begins with its number.
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
    private static final Set<String> NUMBERING = Set.of("type", "start", "value", "reversed");

    private final FileKind kind;
    private final ExtractionLimits limits;
    private final ExtractionDeadline deadline;
    private final StringBuilder page = new StringBuilder();
    private final OfficeNotes notes = new OfficeNotes();
    private StringBuilder target = page;
    private int characters;
    private int tags;
    private int depth;
    private int leftOut;
    private int inlineNotes;
    private int noteDepth;

    OfficePageWriter(FileKind kind, ExtractionLimits limits, ExtractionDeadline deadline) {
        this.kind = kind;
        this.limits = limits;
        this.deadline = deadline;
    }

    /** Returns the page as it is, also if the parser stopped early. An HTML parser closes open elements. */
    String html() {
        return page + notes.html();
    }

    boolean hasHeadings() {
        return page.indexOf("<h1>") >= 0 || page.indexOf("<h2>") >= 0 || page.indexOf("<h3>") >= 0;
    }

    /** Writes the number of a note where the text refers to it. */
    void refer(OfficeNotes.Kind note, String id) {
        target.append(notes.number(note, id));
    }

    /** What follows is the text of a note, after its number. */
    void beginNote(OfficeNotes.Kind note, String id) {
        target = notes.numbered(note, id);
    }

    void endNote() {
        target = page;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        deadline.check();
        depth++;
        if (depth > limits.nesting()) {
            throw new UnreadableDocumentException(ExtractionStatus.TOO_LARGE, "The file is nested too deeply.");
        }
        if (noteDepth == 0 && "note".equals(attributes.getValue("class"))) {
            noteDepth = depth;
            target = notes.text(OfficeNotes.Kind.FOOTNOTE, referInline());
            return;
        }
        leftOut += leftOut > 0 || LEFT_OUT.contains(localName) ? 1 : 0;
        if (leftOut == 0 && KEPT.contains(localName)) {
            countTag();
            target.append(target == page ? tag(localName, attributes) : " ");
        }
    }

    /** Refers to a note that stands inside its paragraph. Returns its id. */
    private String referInline() {
        inlineNotes++;
        String id = Integer.toString(inlineNotes);
        refer(OfficeNotes.Kind.FOOTNOTE, id);
        return id;
    }

    /** Only books leave it to the reader to number the items of a list. In other files their numbers are text. */
    private String tag(String name, Attributes attributes) {
        if (kind != FileKind.EPUB) {
            return name.equals("ol") ? "<ul>" : "<" + name + ">";
        }
        var tag = new StringBuilder("<").append(name);
        for (int i = 0; i < attributes.getLength(); i++) {
            if (NUMBERING.contains(attributes.getLocalName(i))
                    && attributes.getValue(i).matches("\\w{1,10}")) {
                tag.append(' ').append(attributes.getLocalName(i)).append('=').append(attributes.getValue(i));
            }
        }
        return tag.append('>').toString();
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        boolean endsNote = noteDepth == depth && noteDepth > 0;
        depth--;
        if (endsNote) {
            noteDepth = 0;
            endNote();
            return;
        }
        if (leftOut == 0 && KEPT.contains(localName) && !localName.equals("br")) {
            target.append(target == page ? endTag(localName) : " ");
        }
        leftOut -= leftOut > 0 ? 1 : 0;
    }

    private String endTag(String name) {
        return kind != FileKind.EPUB && name.equals("ol") ? "</ul>" : "</" + name + ">";
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
        for (int i = start; i < start + length; i++) {
            if (kind != FileKind.RTF || !isMark(chars[i])) {
                append(chars[i]);
            }
        }
    }

    /** Whether the character is the beginning or the end of a note in a rich text, which is then handled. */
    private boolean isMark(char c) {
        if (c == RichTextInput.NOTE_BEGINS) {
            beginNote(OfficeNotes.Kind.FOOTNOTE, referInline());
        } else if (c == RichTextInput.NOTE_ENDS) {
            endNote();
        }
        return c == RichTextInput.NOTE_BEGINS || c == RichTextInput.NOTE_ENDS;
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
        append(' ');
    }

    private void append(char c) {
        switch (c) {
            case '<' -> target.append("&lt;");
            case '&' -> target.append("&amp;");
            default -> target.append(Character.isISOControl(c) ? ' ' : c);
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
