package org.depositary.gateway.projection.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
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
            RowVersionTable.of("participation", ParticipationRow.class, "exercise", "party", "role", "kind", "part");

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

    /** One row for each time that the statement lists a party in a role. */
    private static Stream<ParticipationRow> rows(ExerciseFacts facts) {
        var period = ExercisePeriod.of(facts.exercise(), facts.steps());
        var parts = new HashMap<Participation, Integer>();
        return StreamSupport.stream(facts.statement(period).path("participants").spliterator(), false)
                .map(stated -> {
                    var of = Participation.of(stated, stated.hasNonNull("party") ? "party" : "members-of");
                    return row(facts.exercise().id(), of, parts.merge(of, 1, Integer::sum), period, stated);
                });
    }

    private static ParticipationRow row(String exercise, Participation of, int part, Period period, JsonNode stated) {
        var start = date(stated, "joined").orElse(period.start());
        var end = date(stated, "left").orElse(period.end());
        return new ParticipationRow(
                exercise,
                of.party(),
                of.role(),
                of.kind(),
                String.valueOf(part),
                DateBound.earliest(start),
                DateBound.latest(start),
                ExercisePeriod.earliestEnd(end),
                DateBound.latest(end),
                start.uncertain(),
                end.uncertain(),
                ParticipantStrength.least(List.of(stated)),
                ParticipantStrength.most(List.of(stated)));
    }

    private static Optional<PartialDate> date(JsonNode participant, String field) {
        return Optional.of(participant.path(field))
                .filter(JsonNode::isTextual)
                .map(date -> PartialDate.parse(date.asText()));
    }
}
