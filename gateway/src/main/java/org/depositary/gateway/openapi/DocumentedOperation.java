package org.depositary.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * An operation of the OpenAPI document.
 *
 * @param method in upper case
 * @param json the operation object, which the steps change
 */
record DocumentedOperation(String method, String path, ObjectNode json) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    static List<DocumentedOperation> all(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(item -> METHODS.contains(item.getKey()))
                        .map(item -> of(path.getKey(), item)))
                .toList();
    }

    private static DocumentedOperation of(String path, Map.Entry<String, JsonNode> item) {
        return new DocumentedOperation(item.getKey().toUpperCase(Locale.ROOT), path, (ObjectNode) item.getValue());
    }

    boolean isRead() {
        return method.equals("GET");
    }

    boolean isAnswered(String mediaType) {
        return json.at("/responses/200/content").has(mediaType);
    }

    /** Whether the operation has a parameter with this name. */
    boolean takes(String parameter) {
        return StreamSupport.stream(json.path("parameters").spliterator(), false)
                .anyMatch(one -> one.path("name").asText().equals(parameter));
    }

    void setIfAbsent(String field, String text) {
        if (json.path(field).asText().isEmpty()) {
            json.put(field, text);
        }
    }
}
