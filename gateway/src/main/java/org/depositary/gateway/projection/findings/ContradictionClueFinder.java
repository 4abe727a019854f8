package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.Dispute;
import org.depositary.gateway.projection.facts.FactState;

/** Finds facts with several claims that are not withdrawn, if a curator has preferred none of them. */
final class ContradictionClueFinder {

    private ContradictionClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        return fact.dispute().filter(Dispute::isUnsettled).stream()
                .map(dispute ->
                        FindingClue.of("contradiction", said(dispute.standing().toList())));
    }

    /** The values to show, for example {@code {"fields": {"effective": ["2003-06", "2004"]}, "denied": false}}. */
    private static ObjectNode said(List<JsonNode> claims) {
        var said = FindingClue.json().put("denied", claims.stream().anyMatch(ContradictionClueFinder::denies));
        var fields = said.putObject("fields");
        for (var field : disputed(claims)) {
            var values = fields.putArray(field);
            claims.stream()
                    .flatMap(claim -> value(claim, field).stream())
                    .distinct()
                    .forEach(values::add);
        }
        return said;
    }

    /** The fields in which claims differ from claim 1, the recorded statement. */
    private static TreeSet<String> disputed(List<JsonNode> claims) {
        var fields = new TreeSet<String>();
        claims.stream()
                .filter(claim -> !isRecorded(claim))
                .forEach(claim -> claim.path("value").fieldNames().forEachRemaining(fields::add));
        return fields;
    }

    private static boolean denies(JsonNode claim) {
        return !claim.path("holds").asBoolean();
    }

    private static boolean isRecorded(JsonNode claim) {
        return claim.path("number").asInt() == 1;
    }

    /** The value that the claim has for the field. Empty if the claim does not mention the field. */
    private static Optional<String> value(JsonNode claim, String field) {
        var value = claim.path("value").path(field);
        boolean silent = denies(claim) || !isRecorded(claim) && value.isMissingNode();
        return silent ? Optional.empty() : Optional.of(text(value));
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "nothing";
        }
        return value.isContainerNode()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(ContradictionClueFinder::text)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }
}
