package org.depositary.gateway.projection.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.Dispute;
import org.depositary.gateway.projection.facts.FactState;

/**
 * Lists what each source reports about a strength: {@code [{"url", "preferred", "strength", "strengthByForce",
 * "sources"}]}. A fact with claims has one report for each claim that mentions a strength and is not withdrawn. The
 * preferred report is the one that is shown.
 */
final class StrengthReports {

    private static final List<String> FIELDS = List.of("strength", "strengthByForce");
    /** The claim that is the recorded statement, with all fields. */
    private static final int RECORDED_CLAIM = 1;

    private StrengthReports() {}

    /** Returns the reports about the strength of an exercise or a participation. */
    static ArrayNode of(FactState fact) {
        return array(reports(fact, UnaryOperator.identity()));
    }

    /** Returns the reports about a participant from the record of the exercise. */
    static ArrayNode ofParticipant(FactState exercise, JsonNode participant) {
        return array(reports(exercise, statement -> stated(statement, participant)));
    }

    private static JsonNode stated(JsonNode statement, JsonNode participant) {
        return StreamSupport.stream(statement.path("participants").spliterator(), false)
                .filter(other -> ExerciseFacts.isSame(other, participant))
                .findFirst()
                .orElse(JsonNodeFactory.instance.missingNode());
    }

    private static Stream<ObjectNode> reports(FactState fact, UnaryOperator<JsonNode> part) {
        var url = "/api/%ss/%s".formatted(fact.kind(), fact.id());
        return fact.dispute()
                .map(dispute -> ofClaims(url, dispute, part))
                .orElseGet(() -> report(url, true, part.apply(fact.statement()), fact.sources()).stream());
    }

    private static Stream<ObjectNode> ofClaims(String url, Dispute dispute, UnaryOperator<JsonNode> part) {
        int shown = shownClaim(dispute, part);
        return dispute.standing().flatMap(claim -> {
            int number = claim.path("number").asInt();
            return report(
                    "%s/claims/%d".formatted(url, number),
                    number == shown,
                    part.apply(claim.path("value")),
                    claim.path("sources"))
                    .stream();
        });
    }

    /** The preferred claim may be about other fields than the strength. Then the recorded strength is shown. */
    private static int shownClaim(Dispute dispute, UnaryOperator<JsonNode> part) {
        boolean preferredHasStrength = dispute.standing()
                .filter(claim -> claim.path("number").asInt() == dispute.preferred())
                .anyMatch(claim -> hasStrength(part.apply(claim.path("value"))));
        return preferredHasStrength ? dispute.preferred() : RECORDED_CLAIM;
    }

    private static boolean hasStrength(JsonNode stated) {
        return FIELDS.stream().anyMatch(field -> isStated(stated.path(field)));
    }

    private static Optional<ObjectNode> report(String url, boolean preferred, JsonNode stated, JsonNode sources) {
        if (!hasStrength(stated)) {
            return Optional.empty();
        }
        var report = JsonNodeFactory.instance.objectNode().put("url", url).put("preferred", preferred);
        FIELDS.stream()
                .filter(field -> isStated(stated.path(field)))
                .forEach(field -> report.set(field, stated.path(field)));
        return Optional.of(report.set("sources", sources));
    }

    /** Events always have their lists. An empty list means that the source says nothing. */
    private static boolean isStated(JsonNode value) {
        return value.isObject() || value.isArray() && !value.isEmpty();
    }

    private static ArrayNode array(Stream<ObjectNode> reports) {
        var array = JsonNodeFactory.instance.arrayNode();
        reports.forEach(array::add);
        return array;
    }
}
