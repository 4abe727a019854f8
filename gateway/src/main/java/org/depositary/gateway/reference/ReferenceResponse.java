package org.depositary.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.RawString;
import java.util.Comparator;
import java.util.List;

/** A response of an operation, by its status. */
record ReferenceResponse(String status, RawString description, List<ReferenceBody> bodies) {

    static List<ReferenceResponse> all(JsonNode responses) {
        return responses.properties().stream()
                .map(response -> new ReferenceResponse(
                        response.getKey(),
                        MarkdownText.inline(
                                response.getValue().path("description").asText()),
                        ReferenceBody.all(response.getValue().path("content"))))
                .sorted(Comparator.comparing(ReferenceResponse::status))
                .toList();
    }
}
