package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * Finds the organisations, organs and instruments to which a fact refers, and whose existence its service does not
 * check. A read finds those that are not registered. The organisation that a fact belongs to is left out, because the
 * service checks it.
 */
final class UnregisteredReferenceClueFinder {

    private static final String FINDING = "unregistered";
    private static final String ORGANIZATION = "organization";

    private UnregisteredReferenceClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        var statement = fact.statement();
        return Stream.of(
                        organizations(statement).map(UnregisteredReferenceClueFinder::organization),
                        organs(fact).map(organ -> organ(statement, organ)),
                        instruments(fact).map(UnregisteredReferenceClueFinder::instrument))
                .flatMap(clues -> clues);
    }

    /** The parties in the statement that are organisations and not states. */
    private static Stream<String> organizations(JsonNode statement) {
        return Stream.of(
                        texts(statement, "predecessor", "successor", "party", "with"),
                        elements(statement.path("organizations")).map(JsonNode::asText),
                        elements(statement.path("parties")).map(JsonNode::asText),
                        each(statement.path("participants"), "party", "members-of"),
                        each(statement.path("attendance"), "party"),
                        statement.path("shares").properties().stream().map(share -> share.getKey()))
                .flatMap(codes -> codes)
                .filter(code -> !PartyLookup.isState(code));
    }

    private static Stream<String> organs(FactState fact) {
        // An organ's own fact registers the organ, so its own id is not a reference.
        return fact.kind().equals("organ") ? texts(fact.statement(), "parent") : texts(fact.statement(), "organ");
    }

    private static Stream<String> instruments(FactState fact) {
        var statement = fact.statement();
        // The service checks the instrument of an act.
        return fact.kind().equals("act")
                ? Stream.empty()
                : Stream.of(
                                texts(statement, "instrument"),
                                elements(statement.path("instruments")).map(JsonNode::asText),
                                texts(statement.path("legalBasis"), "instrument"))
                        .flatMap(instruments -> instruments);
    }

    private static FindingClue organization(String id) {
        return clue(ORGANIZATION, id, "");
    }

    private static FindingClue organ(JsonNode statement, String id) {
        return clue("organ", id, statement.path(ORGANIZATION).asText());
    }

    private static FindingClue instrument(String id) {
        return clue("instrument", id, "");
    }

    private static FindingClue clue(String kind, String id, String organization) {
        return FindingClue.of(
                FINDING,
                kind + " " + id,
                FindingClue.json().put("kind", kind).put("id", id).put(ORGANIZATION, organization));
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
