package org.depositary.gateway.oembed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an answer as XML (oEmbed 1.0, section 2.3.4.2): an element for each field of the JSON. */
final class OEmbedXml {

    private OEmbedXml() {}

    static String of(JsonNode answer) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("utf-8", "1.0");
            writer.writeStartElement("oembed");
            for (var field : answer.properties()) {
                write(writer, field.getKey(), field.getValue().asText());
            }
            writer.writeEndElement();
            writer.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }
}
