package org.depositary.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.RawString;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A schema that operations share.
 *
 * @param type the schema in words, if it is no object with fields
 */
record ReferenceSchema(String name, RawString description, RawString type, List<Field> fields) {

    /** A field of an object. */
    record Field(String name, boolean required, RawString type, RawString description) {}

    static List<ReferenceSchema> all(JsonNode document) {
        return document.at("/components/schemas").properties().stream()
                .map(schema -> of(schema.getKey(), schema.getValue()))
                .sorted(Comparator.comparing(ReferenceSchema::name))
                .toList();
    }

    private static ReferenceSchema of(String name, JsonNode schema) {
        return new ReferenceSchema(
                name,
                MarkdownText.inline(schema.path("description").asText()),
                SchemaText.of(schema),
                schema.path("properties").properties().stream()
                        .map(field -> field(field.getKey(), field.getValue(), schema.path("required")))
                        .toList());
    }

    private static Field field(String name, JsonNode field, JsonNode required) {
        boolean isRequired = StreamSupport.stream(required.spliterator(), false)
                .anyMatch(one -> one.asText().equals(name));
        var description = field.path("description").asText();
        return new Field(name, isRequired, SchemaText.of(field), MarkdownText.inline(description));
    }
}
