package org.depositary.facts.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.depositary.vocabulary.names.NamesByLanguage;

/** Reads and writes names as a JSON object from language tag to name: {@code {"en": "…", "nl": "…"}}. */
final class NamesByLanguageJson {

    private static final TypeReference<LinkedHashMap<String, String>> BY_LANGUAGE = new TypeReference<>() {};

    private NamesByLanguageJson() {}

    static void register(SimpleModule module) {
        module.addDeserializer(NamesByLanguage.class, new JsonDeserializer<>() {
            @Override
            public NamesByLanguage deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                Map<String, String> byLanguage =
                        context.readValue(parser, context.getTypeFactory().constructType(BY_LANGUAGE));
                var names = new NamesByLanguage(byLanguage);
                for (var violation : names.violations("")) {
                    throw JsonMappingException.from(
                            parser,
                            violation.pointer(),
                            new IllegalArgumentException((violation.pointer() + " " + violation.detail()).strip()));
                }
                return names;
            }
        });
        module.addSerializer(NamesByLanguage.class, new JsonSerializer<>() {
            @Override
            public void serialize(NamesByLanguage names, JsonGenerator generator, SerializerProvider provider)
                    throws IOException {
                generator.writePOJO(names.byLanguage());
            }
        });
    }
}
