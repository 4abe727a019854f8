package org.depositary.facts.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.function.Function;
import org.depositary.eventsourcing.http.ObjectMapperSettings;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.timeline.MembershipChangeKind;

/** Reads and writes the types of the vocabulary as JSON strings, in requests and in events. */
@Singleton
public class VocabularyTypesJson implements ObjectMapperCustomizer {

    /** Returns an object mapper that supports these types, for code that runs before dependency injection. */
    public static ObjectMapper mapper() {
        return ObjectMapperSettings.mapper().registerModule(vocabulary());
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(vocabulary());
    }

    private static SimpleModule vocabulary() {
        var module = new SimpleModule("vocabulary");
        asText(module, PartialDate.class, PartialDate::parse, PartialDate::edtf);
        asText(module, Period.class, Period::parse, Period::edtf);
        asText(module, Party.class, Party::new, Party::code);
        asText(module, MembershipChangeKind.class, MembershipChangeKind::of, MembershipChangeKind::toString);
        NamesByLanguageJson.register(module);
        return module;
    }

    /**
     * Registers a type whose JSON is one string. If the parser throws, the message of its exception is shown to the
     * caller.
     */
    public static <T> void asText(
            SimpleModule module, Class<T> type, Function<String, T> parse, Function<T, String> write) {
        module.addDeserializer(type, new JsonDeserializer<T>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                    throw JsonMappingException.from(
                            parser, null, new IllegalArgumentException("This value must be text"));
                }
                return parse.apply(parser.getText());
            }
        });
        module.addSerializer(type, new JsonSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
                generator.writeString(write.apply(value));
            }
        });
    }
}
