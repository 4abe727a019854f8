package org.depositary.gateway.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Looks into recorded JSON. */
public final class JsonFields {

    private JsonFields() {}

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

    /** The texts of an object's fields. */
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
