package org.depositary.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * An operation as the page shows it.
 *
 * @param token who needs a token, in words
 * @param own the parameters that few other operations have
 * @param common the names of the other ones, which the page describes once
 */
record ReferenceOperation(
        String id,
        String tag,
        String method,
        String path,
        RawString summary,
        RawString description,
        String token,
        boolean deprecated,
        List<ReferenceParameter> own,
        List<String> common,
        List<ReferenceBody> request,
        List<ReferenceResponse> responses) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    static List<ReferenceOperation> all(JsonNode document) {
        var common = ReferenceParameter.commonNames(document);
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(item -> METHODS.contains(item.getKey()))
                        .map(item -> of(item.getKey(), path.getKey(), item.getValue(), common)))
                .toList();
    }

    private static ReferenceOperation of(String method, String path, JsonNode json, Set<String> common) {
        var parameters = parameters(json);
        return new ReferenceOperation(
                json.path("operationId").asText(),
                json.path("tags").path(0).asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                MarkdownText.inline(json.path("summary").asText()),
                MarkdownText.html(json.path("description").asText()),
                token(json),
                json.path("deprecated").asBoolean(),
                parameters.stream()
                        .filter(parameter -> !parameter.isAmong(common))
                        .toList(),
                parameters.stream()
                        .filter(parameter -> parameter.isAmong(common))
                        .map(ReferenceParameter::name)
                        .toList(),
                ReferenceBody.all(json.at("/requestBody/content")),
                ReferenceResponse.all(json.path("responses")));
    }

    private static List<ReferenceParameter> parameters(JsonNode json) {
        return StreamSupport.stream(json.path("parameters").spliterator(), false)
                .map(ReferenceParameter::of)
                .toList();
    }

    private static String token(JsonNode operation) {
        var role = operation.path("x-required-role").asText();
        return role.isEmpty() ? "" : "Needs a token with role " + role;
    }
}
