package org.depositary.gateway.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.vocabulary.sources.Source;

/** Parses recorded JSON and reads its fields. */
public final class JsonFieldReader {

    /** Keeps all digits of numbers, for example 2.60. Ignores unknown fields, because newer events may have more. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonFieldReader() {}

    /**
     * Parses JSON.
     *
     * @param json null for an absent value, which gives an empty result
     */
    static <T> Optional<T> parse(String json, Class<T> type) throws SQLException {
        try {
            return json == null ? Optional.empty() : Optional.ofNullable(MAPPER.readValue(json, type));
        } catch (JsonProcessingException unexpected) {
            throw new SQLException("Recorded JSON is not as expected", unexpected);
        }
    }

    static List<Source> sources(String json) throws SQLException {
        return List.of(parse(json, Source[].class).orElseThrow());
    }

    public static List<Source> sources(JsonNode json) {
        return elements(json).map(source -> as(source, Source.class)).toList();
    }

    public static <T> T as(JsonNode json, Class<T> type) {
        return MAPPER.convertValue(json, type);
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static Optional<String> text(JsonNode of, String field) {
        return node(of, field).map(JsonNode::asText);
    }

    public static Optional<Long> number(JsonNode of, String field) {
        return node(of, field).map(JsonNode::asLong);
    }

    public static Optional<JsonNode> node(JsonNode of, String field) {
        return Optional.ofNullable(of.get(field)).filter(value -> !value.isNull());
    }

    public static Map<String, JsonNode> fields(JsonNode object) {
        var fields = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    /** The fields of an object by name, each value as text. */
    public static Map<String, String> texts(JsonNode object) {
        var texts = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    public static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
