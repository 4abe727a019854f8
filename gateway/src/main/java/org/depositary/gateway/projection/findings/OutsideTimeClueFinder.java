package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.PartialDateCache;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.timeline.MembershipChangeKind;

/** Finds facts that name a party before it began or after it ended. */
public final class OutsideTimeClueFinder {

    private static final String PARTY = "party";

    private OutsideTimeClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        return parties(fact.kind(), fact.statement())
                .flatMap(party -> party
                        .warning()
                        .map(warning -> FindingClue.of(
                                "outside-time",
                                party.party().code(),
                                FindingClue.json().put("warning", warning)))
                        .stream());
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
            case "exercise" -> Stream.concat(during(statement, "dates", participants(statement)), invoking(statement));
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
    private static Stream<String> participants(JsonNode exercise) {
        return StreamSupport.stream(exercise.path("participants").spliterator(), false)
                .filter(one -> !one.has("url") || !one.hasNonNull("joined") && !one.hasNonNull("left"))
                .flatMap(one -> text(one, PARTY).stream());
    }

    private static Stream<String> each(JsonNode statement, String list) {
        return StreamSupport.stream(statement.path(list).spliterator(), false)
                .flatMap(element -> text(element, PARTY).stream());
    }

    private static Optional<String> text(JsonNode of, String field) {
        return of.path(field).isTextual() ? Optional.of(of.path(field).textValue()) : Optional.empty();
    }
}
