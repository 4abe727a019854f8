package org.depositary.documents.extraction.office;

import java.util.Set;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Adds to the text of an OpenDocument what a reader sees and Tika does not print: the numbers of list items. Leaves out
 * what a reader does not see in the text: deleted words, comments, and heads and feet of pages.
 */
final class OpenDocumentFilter extends ContentHandlerDecorator {

    private static final Set<String> LEFT_OUT = Set.of("tracked-changes", "annotation", "master-styles");

    private final OpenDocumentListStyles styles;
    private final OpenDocumentLists lists;
    private int leftOut;

    /** @param tika receives the events of the part */
    OpenDocumentFilter(ContentHandler tika, OpenDocumentListStyles styles) {
        super(tika);
        this.styles = styles;
        this.lists = new OpenDocumentLists(styles);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (leftOut > 0 || LEFT_OUT.contains(localName)) {
            leftOut++;
            return;
        }
        styles.startElement(uri, localName, qName, attributes);
        switch (localName) {
            case "list" -> lists.begin(attributes);
            case "list-item" -> lists.beginItem(attributes);
            default -> {}
        }
        super.startElement(uri, localName, qName, attributes);
        if (localName.equals("p") || localName.equals("h")) {
            String number = lists.number();
            super.characters(number.toCharArray(), 0, number.length());
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (leftOut > 0) {
            leftOut--;
            return;
        }
        if (localName.equals("list")) {
            lists.end();
        } else if (localName.equals("list-item")) {
            lists.endItem();
        }
        super.endElement(uri, localName, qName);
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
        if (leftOut == 0) {
            super.characters(chars, start, length);
        }
    }

    /** Returns the value of an attribute in any namespace; an empty string if it is missing. */
    static String value(Attributes attributes, String name) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(name)) {
                return attributes.getValue(i);
            }
        }
        return "";
    }
}
