package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.FactState;

/**
 * Finds states in which an exercise took place, and which its list of participants does not name. A read leaves out those
 * that took part as a member of an organisation, or by a record that was merged with this one.
 */
final class UnlistedHostClueFinder {

    private UnlistedHostClueFinder() {}

    /** @param exercise the exercise as it stands */
    static Stream<FindingClue> clues(FactState exercise) {
        var participants = exercise.statement().path("participants");
        var parties = elements(participants)
                .map(participant -> participant.path("party").asText(""))
                .toList();
        return participants.isEmpty()
                ? Stream.empty()
                : elements(exercise.statement().path("phases"))
                        .flatMap(phase -> countries(phase.path("place")))
                        .filter(country -> !country.isEmpty() && !parties.contains(country))
                        .distinct()
                        .map(country -> FindingClue.of(
                                "unlisted-host", country, FindingClue.json().put("country", country)));
    }

    /** The state of a place, or the states of a border area. */
    private static Stream<String> countries(JsonNode place) {
        return Stream.concat(Stream.of(place.path("country")), elements(place.path("countries")))
                .map(country -> country.asText(""));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
