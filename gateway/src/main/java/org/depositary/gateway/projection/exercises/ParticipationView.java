package org.depositary.gateway.projection.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.FactView;
import org.depositary.gateway.projection.facts.RowVersionTable;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;

/** Builds the rows of table {@code participation} for exercises that stand. */
@Singleton
class ParticipationView implements FactView<ParticipationRow> {

    private static final RowVersionTable<ParticipationRow> TABLE =
            RowVersionTable.of("participation", ParticipationRow.class, "exercise", "party", "role", "kind");

    private record Participation(String party, String role, String kind) {

        static Participation of(JsonNode stated, String kind) {
            return new Participation(
                    stated.path(kind).asText(), stated.path("role").asText(), kind);
        }
    }

    @Override
    public RowVersionTable<ParticipationRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return streamId.startsWith("exercise:");
    }

    @Override
    public List<ParticipationRow> rows(String streamId, List<FactState> facts) {
        return ExerciseFacts.of(facts).filter(all -> all.exercise().stands()).stream()
                .flatMap(ParticipationView::rows)
                .toList();
    }

    /** One row for a party in a role, although the statement may list it several times. */
    private static Stream<ParticipationRow> rows(ExerciseFacts facts) {
        var period = ExercisePeriod.of(facts.exercise(), facts.steps());
        var stated = StreamSupport.stream(
                        facts.statement(period).path("participants").spliterator(), false)
                .collect(Collectors.groupingBy(
                        one -> Participation.of(one, one.hasNonNull("party") ? "party" : "members-of"),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return stated.entrySet().stream().map(one -> row(facts.exercise().id(), one.getKey(), period, one.getValue()));
    }

    private static ParticipationRow row(String exercise, Participation of, Period period, List<JsonNode> stated) {
        var start = date(stated.getFirst(), "joined").orElse(period.start());
        var end = date(stated.getLast(), "left").orElse(period.end());
        return new ParticipationRow(
                exercise,
                of.party(),
                of.role(),
                of.kind(),
                DateBound.earliest(start),
                DateBound.latest(start),
                DateBound.earliest(end),
                DateBound.latest(end),
                ParticipantStrength.least(stated),
                ParticipantStrength.most(stated));
    }

    private static Optional<PartialDate> date(JsonNode participant, String field) {
        return Optional.of(participant.path(field))
                .filter(JsonNode::isTextual)
                .map(date -> PartialDate.parse(date.asText()));
    }
}
