package org.depositary.documents.extraction.office;

import java.util.Set;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Tells the page of a Word document which note a reference or a text belongs to, because Tika writes notes without their
 * ids. Leaves out comments of editors.
 */
final class WordNoteFilter extends ContentHandlerDecorator {

    private static final Set<String> DELETED = Set.of("del", "moveFrom");

    private final OfficePageWriter page;
    private String part = "";
    private int leftOut;
    private int deleted;

    /** @param tika receives the events of the part */
    WordNoteFilter(ContentHandler tika, OfficePageWriter page) {
        super(tika);
        this.page = page;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        part = part.isEmpty() ? localName : part;
        if (leftOut > 0 || isLeftOut(localName, attributes)) {
            leftOut++;
            return;
        }
        deleted += DELETED.contains(localName) ? 1 : 0;
        if (isNote(localName)) {
            page.beginNote(kind(localName), value(attributes, "id"));
        }
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (leftOut > 0) {
            leftOut--;
            return;
        }
        deleted -= DELETED.contains(localName) ? 1 : 0;
        super.endElement(uri, localName, qName);
        if (isNote(localName)) {
            page.endNote();
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
        if (leftOut == 0) {
            super.characters(chars, start, length);
        }
    }

    /** Also writes the number of the note if the element is a reference. */
    private boolean isLeftOut(String name, Attributes attributes) {
        boolean reference = name.equals("footnoteReference") || name.equals("endnoteReference");
        if (reference && deleted == 0) {
            page.refer(kind(name), value(attributes, "id"));
        }
        return reference || part.equals("comments") || isNote(name) && isLine(value(attributes, "type"));
    }

    /** Lines above the notes are notes of a type of their own. */
    private static boolean isLine(String type) {
        return !type.isEmpty() && !type.equals("normal");
    }

    private boolean isNote(String name) {
        return part.equals(name + "s") && (name.equals("footnote") || name.equals("endnote"));
    }

    private static OfficeNotes.Kind kind(String name) {
        return name.startsWith("foot") ? OfficeNotes.Kind.FOOTNOTE : OfficeNotes.Kind.ENDNOTE;
    }

    /** Word documents exist in two namespaces, so only the local name counts. */
    private static String value(Attributes attributes, String name) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(name)) {
                return attributes.getValue(i);
            }
        }
        return "";
    }
}
