package org.depositary.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The OpenAPI document of a running installation. */
record OpenApiOperations(JsonNode document) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final List<String> SUCCESSES = List.of("200", "201", "202");
    private static final String JSON = "application/json";

    /** An operation with its description. */
    record Operation(String method, String path, JsonNode description) {

        String id() {
            return description.path("operationId").asText();
        }

        /** The example of the JSON request body. Empty if the operation has no JSON body. */
        Optional<JsonNode> example() {
            var example =
                    description.path("requestBody").path("content").path(JSON).path("example");
            return Optional.of(example).filter(body -> !body.isMissingNode());
        }

        /** The schema of the JSON body of successful responses. Empty if they have another body. */
        Optional<JsonNode> schema() {
            return SUCCESSES.stream()
                    .map(status -> description.path("responses").path(status).path("content"))
                    .flatMap(content -> Stream.of(content.path(JSON), content.path("application/geo+json")))
                    .map(media -> media.path("schema"))
                    .filter(schema -> !schema.isMissingNode())
                    .findFirst();
        }
    }

    static OpenApiOperations of(OriginClient client) {
        return new OpenApiOperations(
                client.get("/openapi", "Accept", JSON).expect(200).body());
    }

    List<Operation> all() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(item -> METHODS.contains(item.getKey()))
                        .map(item ->
                                new Operation(item.getKey().toUpperCase(Locale.ROOT), path.getKey(), item.getValue())))
                .toList();
    }

    Operation byId(String id) {
        return one(id, operation -> operation.id().equals(id));
    }

    Operation byPath(String method, String path) {
        return one(
                method + " " + path,
                operation ->
                        operation.method().equals(method) && operation.path().equals(path));
    }

    private Operation one(String name, Predicate<Operation> wanted) {
        return all().stream().filter(wanted).findFirst().orElseThrow(() -> new AssertionError("No operation " + name));
    }
}
