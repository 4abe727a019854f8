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
import org.depositary.facts.events.VocabularyTypesJson;
import org.depositary.membership.domain.institutions.Organ;
import org.depositary.membership.domain.institutions.StatisticalFigure;
import org.depositary.vocabulary.parties.Party;

/** Reads and writes the types of this service as JSON, in addition to those of the vocabulary. */
@Singleton
public class MembershipTypesJson implements ObjectMapperCustomizer {

    /**
     * Makes the JSON of a figure contain {@code "value": null} if the source calls the value unknown. Other absent
     * fields are left out.
     */
    private interface FigureNulls {
        @JsonInclude(Include.ALWAYS)
        Optional<BigDecimal> value();
    }

    /** Returns an object mapper that supports these types, for code that runs before dependency injection. */
    static ObjectMapper mapper() {
        return VocabularyTypesJson.mapper().registerModule(words());
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(words());
    }

    private static SimpleModule words() {
        var module = new SimpleModule("membership");
        VocabularyTypesJson.asText(module, Organ.State.class, Organ.State::of, Organ.State::toString);
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
                    // Whole numbers are written as integers, because Jackson's JsonNode would write 10 as 1E+1.
                    generator.writeNumber(number.toBigIntegerExact());
                } else {
                    generator.writeNumber(number);
                }
            }
        });
        module.setMixInAnnotation(StatisticalFigure.class, FigureNulls.class);
        return module;
    }
}
