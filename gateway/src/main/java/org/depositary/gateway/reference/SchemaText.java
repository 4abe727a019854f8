package org.depositary.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.RawString;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Says in words what a JSON Schema allows, with links to named schemas. */
final class SchemaText {

    private static final String REFERENCE = "#/components/schemas/";

    private SchemaText() {}

    static RawString of(JsonNode schema) {
        return new RawString(text(schema));
    }

    private static String text(JsonNode schema) {
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asText().replace(REFERENCE, "");
            return "<a href=\"#schema-%1$s\">%1$s</a>".formatted(name);
        }
        for (var choice : new String[] {"oneOf", "anyOf", "allOf"}) {
            if (schema.has(choice) && !schema.has("properties")) {
                return elements(schema.path(choice)).map(SchemaText::text).collect(Collectors.joining(" or "));
            }
        }
        if (schema.has("enum")) {
            return elements(schema.path("enum"))
                    .map(value -> "<code>%s</code>".formatted(escaped(value.asText())))
                    .collect(Collectors.joining(" "));
        }
        return schema.path("type").isMissingNode() ? "any JSON" : types(schema);
    }

    private static String types(JsonNode schema) {
        var type = schema.path("type");
        return (type.isArray() ? elements(type) : Stream.of(type))
                        .map(one ->
                                one.asText().equals("array") ? "array of " + text(schema.path("items")) : one.asText())
                        .collect(Collectors.joining(" or "))
                + (schema.has("format")
                        ? " (%s)".formatted(escaped(schema.path("format").asText()))
                        : "");
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
