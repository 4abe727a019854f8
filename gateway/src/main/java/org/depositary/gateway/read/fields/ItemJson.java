package org.depositary.gateway.read.fields;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes JSON of answers: bytes, or a tree in which fields can be selected. Both have the same values. */
@ApplicationScoped
public class ItemJson {

    /** Keeps all digits of numbers, for example 2.60. */
    private static final JsonMapper TREES = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final ObjectMapper mapper;

    ItemJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public byte[] bytes(Object answer) {
        try {
            return mapper.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tree is parsed from the bytes, because an answer can contain raw JSON. */
    public JsonNode tree(Object answer) {
        try {
            return TREES.readTree(bytes(answer));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
