package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.DateRenderer;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.vocabulary.sources.Source;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one source, or several that agree, say of a fact about which sources do not agree.
 *
 * @param number 1 is the statement that was recorded
 * @param preferred whether the fact says what it says
 * @param holds false: it never happened
 * @param value the fields about which the claims differ, as this one has them; null where it has no such thing
 * @param withdrawn there once it counts no more
 */
public record ClaimItem(
        String url,
        int number,
        boolean preferred,
        boolean holds,
        @Schema(type = SchemaType.OBJECT) Optional<JsonNode> value,
        List<Source> sources,
        Optional<String> recordedAt,
        Optional<String> actor,

        @Schema(type = SchemaType.OBJECT, implementation = JsonNode[].class)
        Optional<Retraction> withdrawn) {

    /** The claims about a fact, withdrawn ones among them; none where nobody ever disagreed. */
    static List<ClaimItem> all(String fact, Optional<JsonNode> dispute) {
        return dispute.map(json -> JsonFieldReader.elements(json.path("claims"))
                        .map(claim -> of(fact, json, claim))
                        .toList())
                .orElse(List.of());
    }

    /** The claims that stand, while they differ. */
    public static Optional<List<ClaimItem>> standing(String fact, Optional<JsonNode> dispute) {
        var standing = all(fact, dispute).stream()
                .filter(claim -> claim.withdrawn().isEmpty())
                .toList();
        return Optional.of(standing).filter(claims -> claims.size() > 1);
    }

    /** False, where the preferred one says that it never happened; empty otherwise. */
    public static Optional<Boolean> held(Optional<List<ClaimItem>> claims) {
        return claims.stream()
                .flatMap(List::stream)
                .filter(ClaimItem::preferred)
                .map(ClaimItem::holds)
                .filter(holds -> !holds)
                .findFirst();
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
                JsonFieldReader.sources(claim.path("sources")),
                JsonFieldReader.text(claim, "recordedAt"),
                JsonFieldReader.text(claim, "actor"),
                JsonFieldReader.node(claim, "withdrawn").map(note -> JsonFieldReader.as(note, Retraction.class)));
    }

    /** Of what was recorded only the fields about which others say otherwise. */
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
