package org.depositary.gateway.projection.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.FactView;
import org.depositary.gateway.projection.facts.RowVersionTable;

/** Builds the rows of table {@code exercise}: columns for the filters of a search, and the complete statement. */
@Singleton
class ExerciseView implements FactView<ExerciseRow> {

    private static final RowVersionTable<ExerciseRow> TABLE = RowVersionTable.of("exercise", ExerciseRow.class, "id");

    @Override
    public RowVersionTable<ExerciseRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return streamId.startsWith("exercise:");
    }

    @Override
    public List<ExerciseRow> rows(String streamId, List<FactState> facts) {
        return ExerciseFacts.of(facts).map(ExerciseView::row).stream().toList();
    }

    private static ExerciseRow row(ExerciseFacts facts) {
        var exercise = facts.exercise();
        var period = ExercisePeriod.of(exercise, facts.steps());
        var history = StatusHistory.of(exercise, facts.steps());
        var statement = facts.statement(period);
        var participants = statement.path("participants");
        return new ExerciseRow(
                exercise.id(),
                exercise.text("name"),
                exercise.text("kind").orElseThrow(),
                history.statuses().isEmpty()
                        ? Optional.empty()
                        : Optional.of(history.statuses().getLast()),
                history.statuses(),
                history.since(),
                exercise.text("series"),
                StreamSupport.stream(statement.path("organizations").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                DateBound.earliest(period.start()),
                DateBound.latest(period.start()),
                ExercisePeriod.earliestEnd(period.end()),
                DateBound.latest(period.end()),
                period.start().uncertain(),
                period.end().uncertain(),
                ExerciseDays.of(period, statement.path("phases")),
                bound(statement.path("strength"), "min", "max").or(() -> ParticipantStrength.least(participants)),
                bound(statement.path("strength"), "max", "min").or(() -> ParticipantStrength.most(participants)),
                facts.merge().flatMap(merge -> merge.text("into")),
                statement,
                exercise.sources(),
                exercise.dispute(),
                exercise.stands(),
                exercise.retracted());
    }

    private static Optional<Long> bound(JsonNode strength, String bound, String other) {
        return Stream.of(bound, other).filter(strength::hasNonNull).findFirst().map(field -> strength.get(field)
                .asLong());
    }
}
