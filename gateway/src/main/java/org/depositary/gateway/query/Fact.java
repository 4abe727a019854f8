package org.depositary.gateway.query;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.vocabulary.Source;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A fact of any kind: what it says stands flat beside these fields, with dates told by their bounds.
 *
 * @param fact its kind, {@code membership-change}
 * @param holds false, where the preferred claim says that it never happened; absent otherwise
 * @param claims what its sources say, while they do not agree
 * @param retracted there once it is
 * @param warnings what looks odd about it, if anything does
 */
@Schema(additionalProperties = Schema.True.class)
record Fact(
        String id,
        String url,
        String fact,
        @JsonAnyGetter @Schema(hidden = true) Map<String, JsonNode> statement,
        boolean disputed,
        Optional<List<Claim>> claims,

        @Schema(type = SchemaType.ARRAY, implementation = Source.class)
        JsonNode sources,

        Optional<Boolean> holds,
        @Schema(type = SchemaType.OBJECT) Optional<JsonNode> retracted,
        Optional<List<String>> warnings) {

    static Fact of(Facts.Known known) {
        var url = FactAddress.of(known.kind(), known.id());
        var claims = Claim.standing(url, known.dispute());
        return new Fact(
                known.id(),
                url,
                known.kind(),
                Json.fields(RenderedDates.in((ObjectNode) known.statement())),
                claims.isPresent(),
                claims,
                known.sources(),
                Claim.held(claims),
                known.retracted(),
                Warnings.of(known.statement()));
    }

    /** The same under another id, that of the thing which it is about. */
    Fact about(String thing) {
        return new Fact(thing, url, fact, statement, disputed, claims, sources, holds, retracted, warnings);
    }
}
