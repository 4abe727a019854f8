package org.depositary.documents.events;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.depositary.facts.events.VocabularyTypesJson;
import org.depositary.vocabulary.instruments.ActKind;

/** Reads and writes the types of instruments as JSON, in addition to those of the vocabulary. */
@Singleton
public class InstrumentTypesJson implements ObjectMapperCustomizer {

    /** Returns an object mapper that supports these types, for code that runs before dependency injection. */
    static ObjectMapper mapper() {
        var mapper = VocabularyTypesJson.mapper();
        apply(mapper);
        return mapper;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        apply(mapper);
    }

    private static void apply(ObjectMapper mapper) {
        var module = new SimpleModule("instruments");
        VocabularyTypesJson.asText(module, ActKind.class, ActKind::of, ActKind::toString);
        mapper.registerModule(module);
        // A fraction for a whole number, such as 2.5 articles, must be rejected. By default Jackson would round it.
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }
}
