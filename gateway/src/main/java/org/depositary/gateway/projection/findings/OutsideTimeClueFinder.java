package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.PartialDateCache;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.StateLifetime;
import org.depositary.vocabulary.timeline.MembershipChangeKind;

/** Finds membership changes that are dated before their party began or after it ended. */
public final class OutsideTimeClueFinder {

    private OutsideTimeClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        return warning(fact.statement()).stream()
                .map(warning ->
                        FindingClue.of("outside-time", FindingClue.json().put("warning", warning)));
    }

    /** A warning about the party of a membership change. Not for a lapse, like the warning of the service. */
    public static Optional<String> warning(JsonNode statement) {
        return statement.hasNonNull("change")
                        && statement.hasNonNull("party")
                        && statement.hasNonNull("effective")
                        && !statement.path("change").asText().equals(MembershipChangeKind.LAPSE.json())
                ? StateLifetime.warning(
                        new Party(statement.path("party").asText()),
                        PartialDateCache.of(statement.path("effective").asText()))
                : Optional.empty();
    }
}
