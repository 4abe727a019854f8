package org.depositary.gateway.read.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.JsonFieldReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A metadata field with different values at different places. No curator has decided yet.
 *
 * @param field the name of the field
 * @param values the different values; the first one is the value of the field
 */
public record FieldConflict(String field, List<Value> values) {

    /**
     * A value, and where it was read: see {@link FieldOrigin}.
     *
     * @param value as text; a date is EDTF
     * @param from where it was read
     * @param anchor the passage in which it was read
     */
    @Schema(name = "FieldConflictValue")
    public record Value(String value, String from, Optional<String> anchor) {}

    static List<FieldConflict> read(JsonNode details) {
        return JsonFieldReader.elements(details.path("conflicts"))
                .map(conflict -> new FieldConflict(
                        conflict.path("field").asText(),
                        JsonFieldReader.elements(conflict.path("values"))
                                .map(FieldConflict::value)
                                .toList()))
                .toList();
    }

    private static Value value(JsonNode value) {
        return new Value(
                value.path("value").asText(), value.path("from").asText(), JsonFieldReader.text(value, "anchor"));
    }
}
