package org.depositary.documents.extraction.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import javax.xml.parsers.SAXParser;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.utils.XMLReaderUtils;
import org.xml.sax.ContentHandler;
import org.xml.sax.Parser;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Puts a filter between the XML of a file and Tika. Tika parses each part of a file with the parser in its context. This
 * one uses Tika's own parser, which loads nothing from outside the file.
 */
final class FilteringSaxParser extends SAXParser {

    private final UnaryOperator<ContentHandler> filter;

    /** @param filter returns the filter before a handler of Tika */
    FilteringSaxParser(UnaryOperator<ContentHandler> filter) {
        this.filter = filter;
    }

    @Override
    public void parse(InputStream part, DefaultHandler tika) throws SAXException, IOException {
        try {
            XMLReaderUtils.parseSAX(part, filter.apply(tika), new ParseContext());
        } catch (TikaException failure) {
            throw new SAXException(failure);
        }
    }

    @Override
    public Parser getParser() {
        throw new UnsupportedOperationException();
    }

    @Override
    public XMLReader getXMLReader() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isNamespaceAware() {
        return true;
    }

    @Override
    public boolean isValidating() {
        return false;
    }

    @Override
    public void setProperty(String name, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getProperty(String name) {
        throw new UnsupportedOperationException();
    }
}
