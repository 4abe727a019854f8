package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.DateRenderer;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.vocabulary.sources.Source;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A claim: the statement of one or more sources about a fact on which sources disagree.
 *
 * @param url URL of the claim
 * @param number number of the claim within the fact; 1 is the recorded statement
 * @param preferred whether the fact shows this claim
 * @param holds false if the claim says that the fact never happened
 * @param value this claim's values of the fields in which claims differ; null for a field that this claim does not
 *     have
 * @param sources the sources that say this
 * @param recordedAt when it was recorded (RFC 3339)
 * @param actor pseudonymous id of the person who recorded it
 * @param withdrawn present if the claim is withdrawn
 */
public record ClaimItem(
        String url,
        int number,
        boolean preferred,
        boolean holds,
        @Schema(type = SchemaType.OBJECT) Optional<JsonNode> value,
        List<CitedSource> sources,
        Optional<String> recordedAt,
        Optional<String> actor,

        Optional<Retraction> withdrawn) {

    /** All claims about a fact, including withdrawn ones. Empty if its sources never disagreed. */
    static List<ClaimItem> all(String fact, Optional<JsonNode> dispute) {
        return dispute.map(json -> JsonFieldReader.elements(json.path("claims"))
                        .map(claim -> of(fact, json, claim))
                        .toList())
                .orElse(List.of());
    }

    /**
     * The claims that are not withdrawn. Empty if fewer than two are left, because sources then no longer disagree.
     */
    public static Optional<List<ClaimItem>> standing(String fact, Optional<JsonNode> dispute) {
        var standing = all(fact, dispute).stream()
                .filter(claim -> claim.withdrawn().isEmpty())
                .toList();
        return Optional.of(standing).filter(claims -> claims.size() > 1);
    }

    /** False if the preferred claim says that the fact never happened; empty otherwise. */
    public static Optional<Boolean> held(Optional<List<ClaimItem>> claims) {
        return claims.stream()
                .flatMap(List::stream)
                .filter(ClaimItem::preferred)
                .map(ClaimItem::holds)
                .filter(holds -> !holds)
                .findFirst();
    }

    /** The sources of all claims. */
    static Stream<Source> sources(Optional<JsonNode> dispute) {
        return dispute.stream()
                .flatMap(json -> JsonFieldReader.elements(json.path("claims")))
                .flatMap(claim -> JsonFieldReader.sources(claim.path("sources")).stream());
    }

    /** Returns this claim with the current places of its citations. */
    ClaimItem placedBy(CitationPlaces places) {
        return new ClaimItem(url, number, preferred, holds, value, places.of(sources), recordedAt, actor, withdrawn);
    }

    static ClaimItem find(List<ClaimItem> claims, int number) {
        return claims.stream()
                .filter(claim -> claim.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The fact has no claim %d".formatted(number)));
    }

    private static ClaimItem of(String fact, JsonNode dispute, JsonNode claim) {
        int number = claim.path("number").asInt();
        boolean holds = claim.path("holds").asBoolean();
        return new ClaimItem(
                "%s/claims/%d".formatted(fact, number),
                number,
                dispute.path("preferred").asInt() == number,
                holds,
                holds ? Optional.of(DateRenderer.in(value(dispute, claim))) : Optional.empty(),
                JsonFieldReader.sources(claim.path("sources")).stream()
                        .map(CitedSource::of)
                        .toList(),
                JsonFieldReader.text(claim, "recordedAt"),
                JsonFieldReader.text(claim, "actor"),
                JsonFieldReader.node(claim, "withdrawn").map(note -> JsonFieldReader.as(note, Retraction.class)));
    }

    /** The value of a claim. For claim 1, the recorded statement, only the fields in which other claims differ. */
    private static ObjectNode value(JsonNode dispute, JsonNode claim) {
        if (claim.path("number").asInt() > 1) {
            return (ObjectNode) claim.path("value");
        }
        var fields = new TreeSet<String>();
        JsonFieldReader.elements(dispute.path("claims"))
                .skip(1)
                .filter(other -> !other.has("withdrawn"))
                .forEach(other -> other.path("value").fieldNames().forEachRemaining(fields::add));
        var value = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> value.set(field, claim.path("value").get(field)));
        return value;
    }
}
