package org.depositary.gateway.graph.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The descriptions of the fields of an act, from the JSON Schema of its event: no Java type has these fields. */
final class ActDescriptions {

    private static final String SCHEMA = "contracts/events/document/act-recorded/v1.schema.json";
    private static final String IDS = "https://depositary.org/";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode properties = read(SCHEMA).path("properties");

    String of(String field) {
        var property = properties.path(field);
        return property.has("description")
                ? property.path("description").asText()
                : ofReference(property.path("$ref").asText());
    }

    private static String ofReference(String reference) {
        int pointer = reference.indexOf('#');
        var definition = read(reference.substring(IDS.length(), pointer)).at(reference.substring(pointer + 1));
        return definition.path("description").asText();
    }

    private static JsonNode read(String file) {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return MAPPER.readTree(stream);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
