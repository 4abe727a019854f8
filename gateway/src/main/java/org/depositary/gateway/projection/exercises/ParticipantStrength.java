package org.depositary.gateway.projection.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Sums the reported strengths of participants. If only one bound of a participant is known, it is both bounds. */
final class ParticipantStrength {

    private ParticipantStrength() {}

    static Optional<Long> least(Iterable<JsonNode> participants) {
        return sum(participants, "min", "max");
    }

    static Optional<Long> most(Iterable<JsonNode> participants) {
        return sum(participants, "max", "min");
    }

    private static Optional<Long> sum(Iterable<JsonNode> participants, String bound, String other) {
        return StreamSupport.stream(participants.spliterator(), false)
                .map(participant -> participant.path("strength"))
                .flatMap(strength ->
                        Stream.of(bound, other).filter(strength::hasNonNull).findFirst().map(strength::get).stream())
                .map(JsonNode::asLong)
                .reduce(Long::sum);
    }
}
