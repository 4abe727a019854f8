package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.read.DateRenderer;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.vocabulary.sources.Source;
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
public record FactItem(
        String id,
        String url,
        String fact,
        @JsonAnyGetter @Schema(hidden = true) Map<String, JsonNode> statement,
        boolean disputed,
        Optional<List<ClaimItem>> claims,
        List<Source> sources,
        Optional<Boolean> holds,

        @Schema(type = SchemaType.OBJECT, implementation = JsonNode[].class)
        Optional<Retraction> retracted,

        Optional<List<String>> warnings) {

    public static FactItem of(FactReads.Known known) {
        var url = FactPath.of(known.kind(), known.id());
        var claims = ClaimItem.standing(url, known.dispute());
        return new FactItem(
                known.id(),
                url,
                known.kind(),
                JsonFieldReader.fields(DateRenderer.in((ObjectNode) known.statement())),
                claims.isPresent(),
                claims,
                known.sources(),
                ClaimItem.held(claims),
                known.retracted(),
                StatementWarnings.of(known.statement()));
    }

    /** The same under another id, that of the thing which it is about. */
    public FactItem about(String thing) {
        return new FactItem(thing, url, fact, statement, disputed, claims, sources, holds, retracted, warnings);
    }
}
