package org.depositary.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the responses in an OpenAPI document: a protected operation lists the refusals of tokens, every response that has
 * a body has a schema for it, and a status that a description names is a response.
 */
public final class OpenApiResponsesCheck {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Set<String> WITHOUT_BODY = Set.of("204", "302", "303", "304", "307");

    private static final Pattern STATUS = Pattern.compile("[Rr]eturns (\\d{3})\\b");

    private OpenApiResponsesCheck() {}

    /** Fails if a response is missing or has no schema. */
    public static void assertComplete(JsonNode document) {
        var operations = 0;
        var missing = new TreeSet<String>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations++;
                    check(operation.getKey() + " " + path.getKey(), operation.getValue(), missing);
                }
            }
        }
        if (operations == 0 || !missing.isEmpty()) {
            throw new AssertionError("%d operations. Missing: %s".formatted(operations, missing));
        }
    }

    private static void check(String name, JsonNode operation, Set<String> missing) {
        var responses = operation.path("responses");
        if (isProtected(operation)) {
            Set.of("401", "403").stream()
                    .filter(status -> !responses.has(status))
                    .forEach(status -> missing.add(name + ": " + status));
        }
        named(operation).filter(status -> !responses.has(status)).forEach(status -> missing.add(name + ": " + status));
        responses.properties().stream()
                .filter(response -> !WITHOUT_BODY.contains(response.getKey()))
                .filter(response -> !hasSchema(response.getValue().path("content")))
                .forEach(response -> missing.add(name + ": body of " + response.getKey()));
    }

    /** An operation with an empty requirement can be sent without a token. */
    private static boolean isProtected(JsonNode operation) {
        var security = operation.path("security");
        return !security.isEmpty() && security.valueStream().noneMatch(JsonNode::isEmpty);
    }

    /** Returns the statuses that the descriptions of the operation and its parameters name. */
    private static Stream<String> named(JsonNode operation) {
        var texts = new StringBuilder(operation.path("summary").asText())
                .append(' ')
                .append(operation.path("description").asText());
        operation.path("parameters").forEach(parameter -> texts.append(' ')
                .append(parameter.path("description").asText()));
        return STATUS.matcher(texts).results().map(named -> named.group(1));
    }

    private static boolean hasSchema(JsonNode content) {
        return !content.isEmpty()
                && content.properties().stream()
                        .allMatch(media -> !media.getValue().path("schema").isEmpty());
    }
}
