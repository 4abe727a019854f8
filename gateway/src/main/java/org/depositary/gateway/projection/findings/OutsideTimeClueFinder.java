package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.PartialDateCache;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;
import org.depositary.vocabulary.timeline.MembershipChangeKind;

/**
 * Finds facts that name a party before it began or after it ended. The time of a state is known here. That of an
 * organisation is recorded in its own stream, so a read compares the clues of both.
 */
public final class OutsideTimeClueFinder {

    private static final String FINDING = "outside-time";
    private static final String PARTY = "party";

    private OutsideTimeClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        return fact.kind().equals("organization")
                ? founding(fact)
                : Stream.concat(
                        parties(fact.kind(), fact.statement()).flatMap(OutsideTimeClueFinder::ofState),
                        organizations(fact.kind(), fact.statement()).map(OutsideTimeClueFinder::ofOrganization));
    }

    private static Stream<FindingClue> ofState(DatedParty party) {
        return party
                .warning()
                .map(warning -> FindingClue.of(
                        FINDING, party.party().code(), FindingClue.json().put("warning", warning)))
                .stream();
    }

    /** The first day of an organisation, with which the clues of other facts are compared. */
    private static Stream<FindingClue> founding(FactState organization) {
        return text(organization.statement(), "founded").map(PartialDateCache::of).stream()
                .filter(date -> !date.uncertain() && date.earliest().isPresent())
                .map(date -> FindingClue.of(
                        FINDING,
                        organization.id(),
                        FindingClue.json()
                                .put("founded", date.edtf())
                                .put("first", DateBound.earliest(date).text())));
    }

    private static FindingClue ofOrganization(DatedParty organization) {
        var date = organization.date();
        return FindingClue.of(
                FINDING,
                organization.party().code(),
                FindingClue.json()
                        .put("organization", organization.party().code())
                        .put("date", date.edtf())
                        .put("from", DateBound.earliest(date).text())
                        .put("until", DateBound.latest(date).text()));
    }

    /** The organisations that a statement names: as parties, as those that held an exercise, or for their members. */
    private static Stream<DatedParty> organizations(String kind, JsonNode statement) {
        var named = kind.equals("exercise")
                ? during(
                        statement,
                        "dates",
                        Stream.concat(
                                elements(statement.path("organizations")).map(JsonNode::asText),
                                participants(statement, "members-of")))
                : Stream.<DatedParty>empty();
        return Stream.concat(parties(kind, statement), named)
                .filter(party -> !PartyLookup.isState(party.party().code()));
    }

    /** The warnings about the parties of a statement, as in the response to the command that recorded it. */
    public static List<String> warnings(String kind, JsonNode statement) {
        return DatedParty.warnings(parties(kind, statement));
    }

    /** The parties that a statement names, as the service that records its kind of fact reads them. */
    private static Stream<DatedParty> parties(String kind, JsonNode statement) {
        return switch (kind) {
            case "membership-change" -> ofMembershipChange(statement);
            case "figure" -> during(statement, "date", text(statement, PARTY).stream());
            case "meeting" -> during(statement, "date", each(statement, "attendance"));
            case "contribution" ->
                during(
                        statement,
                        "period",
                        statement.path("shares").properties().stream().map(share -> share.getKey()));
            case "relation" -> during(statement, "effective", text(statement, "with").stream());
            case "term" ->
                during(
                        statement,
                        statement.hasNonNull("from") ? "from" : "to",
                        text(statement.path("holder"), "country").stream());
            case "exercise-step", "act" -> during(statement, "effective", text(statement, PARTY).stream());
            case "participation" ->
                during(statement, statement.hasNonNull("joined") ? "joined" : "left", text(statement, PARTY).stream());
            case "exercise" ->
                Stream.concat(during(statement, "dates", participants(statement, PARTY)), invoking(statement));
            default -> Stream.empty();
        };
    }

    /** Not for a lapse: it often has the date on which a source last lists the party. */
    private static Stream<DatedParty> ofMembershipChange(JsonNode statement) {
        boolean lapse = statement.path("change").asText().equals(MembershipChangeKind.LAPSE.json());
        return during(statement, "effective", text(statement, PARTY).filter(party -> !lapse).stream())
                .map(dated -> new DatedParty(dated.party(), text(statement, "partyAsWritten"), dated.date()));
    }

    private static Stream<DatedParty> invoking(JsonNode exercise) {
        var basis = exercise.path("legalBasis");
        var parties = text(basis, "invokedBy").stream();
        return basis.hasNonNull("invoked") ? during(basis, "invoked", parties) : during(exercise, "dates", parties);
    }

    private static Stream<DatedParty> during(JsonNode statement, String field, Stream<String> parties) {
        var date = text(statement, field).map(PartialDateCache::of);
        return date.stream().flatMap(when -> parties.map(party -> dated(party, when)));
    }

    private static DatedParty dated(String party, PartialDate date) {
        return new DatedParty(new Party(party), date);
    }

    /** Without participations that are facts of their own and have their own dates. */
    private static Stream<String> participants(JsonNode exercise, String field) {
        return elements(exercise.path("participants"))
                .filter(one -> !one.has("url") || !one.hasNonNull("joined") && !one.hasNonNull("left"))
                .flatMap(one -> text(one, field).stream());
    }

    private static Stream<String> each(JsonNode statement, String list) {
        return elements(statement.path(list)).flatMap(element -> text(element, PARTY).stream());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Optional<String> text(JsonNode of, String field) {
        return of.path(field).isTextual() ? Optional.of(of.path(field).textValue()) : Optional.empty();
    }
}
