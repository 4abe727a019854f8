package org.depositary.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.RawString;
import java.util.List;

/**
 * The body of a request or response in one media type.
 *
 * @param example an example as text; empty if there is none
 */
record ReferenceBody(String mediaType, RawString type, String example) {

    static List<ReferenceBody> all(JsonNode content) {
        return content.properties().stream()
                .map(media -> new ReferenceBody(
                        media.getKey(),
                        SchemaText.of(media.getValue().path("schema")),
                        example(media.getValue().path("example"))))
                .toList();
    }

    private static String example(JsonNode example) {
        return example.isMissingNode() ? "" : example.isTextual() ? example.asText() : example.toPrettyString();
    }
}
