package org.depositary.gateway.feeds.formats;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document. Characters that XML 1.0 does not allow are left out. */
final class XmlOutput {

    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String HISTORY = "http://purl.org/syndication/history/1.0";
    static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    XmlOutput() {
        try {
            xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
        } catch (XMLStreamException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private interface Step {
        void write() throws XMLStreamException;
    }

    private XmlOutput run(Step step) {
        try {
            step.write();
            return this;
        } catch (XMLStreamException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /** @param name with its prefix, if it has one */
    XmlOutput open(String name) {
        return run(() -> xml.writeStartElement(name));
    }

    XmlOutput close() {
        return run(xml::writeEndElement);
    }

    XmlOutput attribute(String name, String value) {
        return run(() -> xml.writeAttribute(name, allowed(value)));
    }

    XmlOutput attributes(Map<String, String> attributes) {
        attributes.forEach(this::attribute);
        return this;
    }

    XmlOutput text(String value) {
        return run(() -> xml.writeCharacters(allowed(value)));
    }

    XmlOutput element(String name, String value) {
        return open(name).text(value).close();
    }

    XmlOutput empty(String name) {
        return run(() -> xml.writeEmptyElement(name));
    }

    /** An Atom link. */
    XmlOutput link(String name, String relation, String address, String type) {
        return empty(name).attribute("rel", relation).attribute("type", type).attribute("href", address);
    }

    byte[] end() {
        run(xml::writeEndDocument);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String allowed(String value) {
        return value.codePoints()
                .filter(XmlOutput::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c >= ' ' && c < Character.MIN_SURROGATE
                || c > Character.MAX_SURROGATE && c < 0xFFFE
                || c > 0xFFFF;
    }
}
