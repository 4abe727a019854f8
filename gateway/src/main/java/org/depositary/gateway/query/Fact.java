package org.depositary.gateway.query;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.depositary.vocabulary.Source;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A fact of any kind: what it says stands flat beside these fields, with dates told by their bounds.
 *
 * @param fact its kind, {@code membership-change}
 * @param retracted there once it is
 */
@Schema(additionalProperties = Schema.True.class)
record Fact(
        String id,
        String url,
        String fact,
        @JsonAnyGetter @Schema(hidden = true) Map<String, JsonNode> statement,
        boolean disputed,

        @Schema(type = SchemaType.ARRAY, implementation = Source.class)
        JsonNode sources,

        @Schema(type = SchemaType.OBJECT) Optional<JsonNode> retracted) {

    static Fact of(Facts.Known known) {
        return new Fact(
                known.id(),
                FactAddress.of(known.kind(), known.id()),
                known.kind(),
                Json.fields(RenderedDates.in((ObjectNode) known.statement())),
                false,
                known.sources(),
                known.retracted());
    }
}
