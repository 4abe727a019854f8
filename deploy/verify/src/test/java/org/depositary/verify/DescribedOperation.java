package org.depositary.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An operation of the OpenAPI document.
 *
 * @param path has values of the right type that name nothing that exists
 */
record DescribedOperation(String method, String path, JsonNode description) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    static Stream<DescribedOperation> all(OriginClient client) {
        var document =
                client.get("/openapi", "Accept", "application/json").expect(200).body();
        return document.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .map(operation -> new DescribedOperation(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        concrete(path.getKey(), operation.getValue().path("parameters")),
                        operation.getValue())));
    }

    /** The role that the operation needs. Empty if it needs no token, at least while reads are open. */
    Optional<String> role() {
        return Optional.of(description.path("x-required-role").asText()).filter(role -> !role.isEmpty());
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** Whether this reads by GraphQL, which needs no CSRF token by any method. */
    boolean isQuery() {
        return path.startsWith("/graphql");
    }

    /** A stream does not end. Tests of streams use it. */
    boolean isStream() {
        var content = description.at("/responses/200/content");
        return content.size() == 1 && content.has("text/event-stream");
    }

    Stream<JsonNode> queryParameters() {
        return StreamSupport.stream(description.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"));
    }

    /**
     * Sends a read, or a command that cannot succeed: it has an unknown field, an unreadable file, or no bytes of a document. Of a
     * stream, it asks for the headers only.
     */
    GatewayAnswer sendInvalid(OriginClient client) {
        if (isRead()) {
            return client.send(isStream() ? "HEAD" : "GET", path, BodyPublishers.noBody());
        }
        boolean isFile = path.matches("/api/imports/[a-z]+");
        var body = path.equals("/api/documents") ? "" : "{\"no-such-field\":1}";
        return client.send(
                method, path, BodyPublishers.ofString(body), "Content-Type", isFile ? "text/csv" : "application/json");
    }

    private static String concrete(String template, JsonNode parameters) {
        var path = template;
        for (var parameter : parameters) {
            var schema = parameter.path("schema");
            var value = schema.has("enum")
                    ? schema.path("enum").path(0).asText()
                    : schema.path("type").asText().equals("integer")
                            ? "1"
                            : UUID.randomUUID().toString();
            path = path.replace("{" + parameter.path("name").asText() + "}", value);
        }
        return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
