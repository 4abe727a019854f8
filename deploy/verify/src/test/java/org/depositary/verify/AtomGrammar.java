package org.depositary.verify;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Validates Atom documents with jing by the rules of RFC 4287. */
final class AtomGrammar {

    private final StringWriter errors = new StringWriter();
    private final ValidationDriver jing;

    AtomGrammar() throws IOException, SAXException {
        var properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(errors));
        jing = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        var grammar = AtomGrammar.class.getResource("/feeds/atom.rnc");
        if (!jing.loadSchema(ValidationDriver.uriOrFileInputSource(grammar.toString()))) {
            throw new AssertionError("The grammar is wrong: " + errors);
        }
    }

    /** The errors of a document; empty if it is valid. */
    String errorsOf(String atom) throws IOException, SAXException {
        errors.getBuffer().setLength(0);
        return jing.validate(new InputSource(new StringReader(atom))) ? "" : errors.toString();
    }
}
