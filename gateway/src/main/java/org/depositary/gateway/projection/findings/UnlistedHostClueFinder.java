package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.vocabulary.dates.Period;

/**
 * Finds states in which an exercise took place, and which its list of participants does not name. A read leaves out those
 * that took part as a member of an organisation.
 */
final class UnlistedHostClueFinder {

    private UnlistedHostClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        var statement = fact.statement();
        var parties = texts(statement, "participants", "party");
        var organizations = texts(statement, "participants", "members-of");
        if (!fact.kind().equals("exercise") || parties.isEmpty() && organizations.isEmpty()) {
            return Stream.empty();
        }
        return StreamSupport.stream(statement.path("phases").spliterator(), false)
                .map(phase -> phase.path("place").path("country").asText(""))
                .filter(country -> !country.isEmpty() && !parties.contains(country))
                .distinct()
                .map(country -> clue(fact, country, organizations));
    }

    private static FindingClue clue(FactState fact, String country, List<String> organizations) {
        var latest = fact.text("dates")
                .map(dates -> DateBound.latest(Period.parse(dates).start()))
                .orElse(DateBound.NEVER);
        var said = FindingClue.json().put("country", country).put("latest", latest.text());
        organizations.forEach(said.putArray("organizations")::add);
        return FindingClue.of("unlisted-host", country, said);
    }

    private static List<String> texts(JsonNode statement, String array, String field) {
        return StreamSupport.stream(statement.path(array).spliterator(), false)
                .map(element -> element.path(field).asText(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
