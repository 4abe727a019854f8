package org.depositary.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Adds the refusals that every operation can have to those that its resource does not describe. */
final class OperationRefusals {

    private OperationRefusals() {}

    static void complete(DocumentedOperation operation) {
        var responses = (ObjectNode) operation.json().path("responses");
        boolean hasRefusals = responses.properties().stream()
                .anyMatch(response -> response.getKey().startsWith("4"));
        if (!hasRefusals) {
            var refusal = responses.putObject("4XX").put("description", "The request was refused");
            refusal.putObject("content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/Problem");
        }
    }
}
