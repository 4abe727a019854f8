package org.depositary.membership.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.depositary.facts.events.VocabularyJson;
import org.depositary.membership.domain.institutions.Figure;
import org.depositary.membership.domain.institutions.Organ;
import org.depositary.vocabulary.Party;

/** This service's words as JSON, beside the vocabulary's. */
@Singleton
public class MembershipJson implements ObjectMapperCustomizer {

    /** That a value is unknown is what a source says, and so it is told. */
    private interface FigureNulls {
        @JsonInclude(Include.ALWAYS)
        Optional<BigDecimal> value();
    }

    /** A mapper that knows them, for what is built before there is a container. */
    static ObjectMapper mapper() {
        return VocabularyJson.mapper().registerModule(words());
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(words());
    }

    private static SimpleModule words() {
        var module = new SimpleModule("membership");
        VocabularyJson.asText(module, Organ.State.class, Organ.State::of, Organ.State::toString);
        module.addKeyDeserializer(Party.class, new KeyDeserializer() {
            @Override
            public Party deserializeKey(String key, DeserializationContext context) {
                return new Party(key);
            }
        });
        module.addSerializer(BigDecimal.class, new JsonSerializer<>() {
            @Override
            public void serialize(BigDecimal number, JsonGenerator generator, SerializerProvider provider)
                    throws IOException {
                if (number.scale() <= 0) {
                    // A tree of JSON would have 1E+1 for 10.
                    generator.writeNumber(number.toBigIntegerExact());
                } else {
                    generator.writeNumber(number);
                }
            }
        });
        module.setMixInAnnotation(Figure.class, FigureNulls.class);
        return module;
    }
}
