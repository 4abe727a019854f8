package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.vocabulary.parties.CityStateLookup;
import org.depositary.vocabulary.parties.Party;

/**
 * Finds places and the country that a fact gives for them. The country of a city that CLDR knows is checked here. For
 * other places a read compares the facts of the register with each other.
 */
final class PlaceCountryClueFinder {

    private static final String FINDING = "place";

    private PlaceCountryClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        var statement = fact.statement();
        return Stream.of(
                        clue(statement.path("seat"), "place"),
                        clue(statement.path("place"), "name"),
                        StreamSupport.stream(statement.path("phases").spliterator(), false)
                                .flatMap(phase -> clue(phase.path("place"), "name")))
                .flatMap(clues -> clues);
    }

    private static Stream<FindingClue> clue(JsonNode place, String field) {
        return place.hasNonNull(field) && place.hasNonNull("country")
                ? clue(
                        place.path(field).asText(),
                        new Party(place.path("country").asText()))
                : Stream.empty();
    }

    private static Stream<FindingClue> clue(String name, Party country) {
        var said = FindingClue.json().put("place", name).put("country", country.code());
        var states = CityStateLookup.states(name);
        if (states.isEmpty()) {
            return Stream.of(FindingClue.of(FINDING, name, said));
        }
        states.forEach(said.putArray("known")::add);
        return CityStateLookup.mayLieIn(name, country)
                ? Stream.empty()
                : Stream.of(FindingClue.of(FINDING, name, said));
    }
}
