package org.depositary.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Adds the examples of {@code contracts/examples} to requests and responses. A file has the name of an operation, or of the
 * schema that several operations use.
 */
final class OpenApiExamples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_BODY = "/content/application~1json";
    private static final String LINKED_DATA = "application/ld+json";

    /** The examples of files, by media type: the end of their name. */
    private static final Map<String, String> FILES =
            Map.of("text/csv", "csv", "application/x-ndjson", "ndjson", "*/*", "txt");

    private OpenApiExamples() {}

    static void addTo(ObjectNode document) {
        for (var operation : DocumentedOperation.all(document)) {
            add("requests", operation, operation.json().path("requestBody").at(JSON_BODY));
            addFiles(operation);
            addLinkedData(operation);
            Stream.of("200", "201", "202")
                    .map(operation.json().path("responses")::path)
                    .forEach(response -> add("responses", operation, response.at(JSON_BODY)));
        }
    }

    private static void add(String directory, DocumentedOperation operation, JsonNode body) {
        if (body.isObject() && !body.has("example") && !body.has("examples")) {
            find(directory, operation.json().path("operationId").asText())
                    .or(() -> find(directory, schema(body.path("schema"))))
                    .ifPresent(example -> ((ObjectNode) body).set("example", example));
        }
    }

    private static void addFiles(DocumentedOperation operation) {
        var id = operation.json().path("operationId").asText();
        FILES.forEach((mediaType, end) -> {
            var body = operation.json().path("requestBody").path("content").path(mediaType);
            if (body.isObject()) {
                read("requests/%s.%s".formatted(id, end)).ifPresent(text -> ((ObjectNode) body).put("example", text));
            }
        });
    }

    /** The example has the name of the schema of the JSON, because JSON-LD has no schema. */
    private static void addLinkedData(DocumentedOperation operation) {
        var content = operation.json().at("/responses/200/content");
        if (content.path(LINKED_DATA) instanceof ObjectNode body) {
            read("responses/%s.jsonld".formatted(schema(content.at("/application~1json/schema"))))
                    .ifPresent(example -> body.set("example", parse(example)));
        }
    }

    /** The name of the schema. Of several choices, the first counts. */
    private static String schema(JsonNode schema) {
        var one = schema.has("oneOf") ? schema.path("oneOf").path(0) : schema;
        return one.path("$ref").asText().replaceFirst(".*/", "");
    }

    private static Optional<JsonNode> find(String directory, String name) {
        return read("%s/%s.json".formatted(directory, name)).map(OpenApiExamples::parse);
    }

    /** The text of a file with an example of a response. */
    static String response(String file) {
        return read("responses/" + file).orElseThrow();
    }

    private static Optional<String> read(String file) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var stream = loader.getResourceAsStream("contracts/examples/" + file)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + json, e);
        }
    }
}
