package org.depositary.gateway.read.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.gateway.read.JsonFieldReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a metadata field was read.
 *
 * @param anchor the passage with the value, if it stands in one
 */
public record FieldOrigin(
        @Schema(
                enumeration = {
                    "header-line",
                    "html-meta",
                    "heading",
                    "text",
                    "file-property",
                    "file-name",
                    "upload",
                    "curator"
                })
        String from,

        Optional<String> anchor) {

    static Map<String, FieldOrigin> read(JsonNode details) {
        return JsonFieldReader.fields(details.path("origins")).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, origin -> of(origin.getValue())));
    }

    private static FieldOrigin of(JsonNode origin) {
        return new FieldOrigin(origin.path("from").asText(), JsonFieldReader.text(origin, "anchor"));
    }
}
