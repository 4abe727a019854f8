package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.read.DateRenderer;
import org.depositary.gateway.read.JsonFieldReader;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A fact of any kind. The fields of its statement are on the same level as these fields; dates have their bounds.
 *
 * @param id never changes
 * @param url URL of the fact
 * @param fact kind of fact, for example {@code membership-change}
 * @param disputed whether sources disagree about it
 * @param claims the claims of its sources, if they disagree
 * @param sources sources of its preferred claim
 * @param holds false if the preferred claim says that the fact never happened; absent otherwise
 * @param retracted present if the fact is retracted
 * @param mergedInto the URL of the record into which this record of an exercise was merged; absent otherwise
 * @param instrumentUrls the URLs of the registered instruments that the fact names; absent if there are none
 * @param strengths what each source reports about the strength of a participation, as in the read of the exercise; absent
 *     if none does
 * @param lastChanged when its values, sources or claims last changed (RFC 3339)
 * @param warnings unusual things in the statement; absent if there are none
 */
@Schema(additionalProperties = Schema.True.class)
public record FactItem(
        String id,
        String url,
        String fact,
        @JsonAnyGetter @Schema(hidden = true) Map<String, JsonNode> statement,
        boolean disputed,
        Optional<List<ClaimItem>> claims,
        List<CitedSource> sources,
        Optional<Boolean> holds,

        Optional<Retraction> retracted,

        Optional<String> mergedInto,
        Optional<List<String>> instrumentUrls,

        @Schema(type = SchemaType.ARRAY, implementation = Object.class)
        Optional<JsonNode> strengths,

        String lastChanged,
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
                known.sources().stream().map(CitedSource::of).toList(),
                ClaimItem.held(claims),
                known.retracted(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                known.lastChanged(),
                StatementWarnings.of(known.kind(), known.statement()));
    }

    /** Returns this fact under another id, for example the id of the organ that the fact is about. */
    public FactItem about(String thing) {
        return with(thing, mergedInto, instrumentUrls, strengths);
    }

    /** Returns this fact with the URL of the record that represents it. */
    public FactItem representedBy(Optional<String> record) {
        return with(id, record, instrumentUrls, strengths);
    }

    /** Returns this fact with the current places of its citations. */
    public FactItem placedBy(CitationPlaces places) {
        return new FactItem(
                id,
                url,
                fact,
                statement,
                disputed,
                claims.map(
                        all -> all.stream().map(claim -> claim.placedBy(places)).toList()),
                places.of(sources),
                holds,
                retracted,
                mergedInto,
                instrumentUrls,
                strengths,
                lastChanged,
                warnings);
    }

    /** Returns this fact with the URLs of the registered instruments that it names. */
    public FactItem linkedTo(Optional<List<String>> instruments) {
        return with(id, mergedInto, instruments, strengths);
    }

    /** Returns this participation with what each source reports about its strength. */
    FactItem reporting(Optional<JsonNode> reports) {
        return with(id, mergedInto, instrumentUrls, reports);
    }

    private FactItem with(
            String otherId, Optional<String> record, Optional<List<String>> instruments, Optional<JsonNode> reports) {
        return new FactItem(
                otherId,
                url,
                fact,
                statement,
                disputed,
                claims,
                sources,
                holds,
                retracted,
                record,
                instruments,
                reports,
                lastChanged,
                warnings);
    }
}
