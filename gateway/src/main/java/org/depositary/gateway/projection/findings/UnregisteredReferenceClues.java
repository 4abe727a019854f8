package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * References of a fact to organisations, organs and instruments, which its service stores without checking. A read finds
 * those that are not registered. The organisation that a fact belongs to is left out, because the service checks it.
 */
final class UnregisteredReferenceClues {

    private static final String FINDING = "unregistered";
    private static final String ORGANIZATION = "organization";

    private UnregisteredReferenceClues() {}

    static Stream<Clue> clues(FactState fact) {
        var statement = fact.statement();
        return Stream.of(
                        organizations(statement).map(UnregisteredReferenceClues::organization),
                        organs(fact).map(organ -> organ(statement, organ)),
                        instruments(statement).map(UnregisteredReferenceClues::instrument))
                .flatMap(clues -> clues);
    }

    /** Among parties, those that are no states. */
    private static Stream<String> organizations(JsonNode statement) {
        return Stream.of(
                        texts(statement, "predecessor", "successor", "party", "with"),
                        elements(statement.path("organizations")).map(JsonNode::asText),
                        each(statement.path("participants"), "party", "members-of"),
                        each(statement.path("attendance"), "party"),
                        statement.path("shares").properties().stream().map(share -> share.getKey()))
                .flatMap(codes -> codes)
                .filter(code -> !PartyLookup.isState(code));
    }

    private static Stream<String> organs(FactState fact) {
        // An organ's own fact is what registers it.
        return fact.kind().equals("organ") ? texts(fact.statement(), "parent") : texts(fact.statement(), "organ");
    }

    private static Stream<String> instruments(JsonNode statement) {
        return Stream.of(
                        texts(statement, "instrument"),
                        elements(statement.path("instruments")).map(JsonNode::asText),
                        texts(statement.path("legalBasis"), "instrument"))
                .flatMap(instruments -> instruments);
    }

    private static Clue organization(String id) {
        return clue(ORGANIZATION, id, "");
    }

    private static Clue organ(JsonNode statement, String id) {
        return clue("organ", id, statement.path(ORGANIZATION).asText());
    }

    private static Clue instrument(String id) {
        return clue("instrument", id, "");
    }

    private static Clue clue(String kind, String id, String organization) {
        return Clue.of(
                FINDING,
                kind + " " + id,
                Clue.json().put("kind", kind).put("id", id).put(ORGANIZATION, organization));
    }

    private static Stream<String> each(JsonNode array, String... fields) {
        return elements(array).flatMap(element -> texts(element, fields));
    }

    private static Stream<String> texts(JsonNode of, String... fields) {
        return List.of(fields).stream()
                .map(of::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
