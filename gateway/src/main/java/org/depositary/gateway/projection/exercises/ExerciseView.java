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
                stream(statement.path("organizations")).map(JsonNode::asText).toList(),
                texts(participants, "party"),
                texts(participants, "members-of"),
                DateBound.earliest(period.start()),
                DateBound.latest(period.start()),
                DateBound.earliest(period.end()),
                DateBound.latest(period.end()),
                strength(statement, "min", "max"),
                strength(statement, "max", "min"),
                facts.merge().flatMap(merge -> merge.text("into")),
                statement,
                exercise.sources(),
                exercise.dispute(),
                exercise.stands(),
                exercise.retracted());
    }

    private static List<String> texts(JsonNode array, String field) {
        return stream(array)
                .flatMap(element -> Stream.ofNullable(element.get(field)))
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }

    /**
     * The minimum or maximum strength of the whole, or the sum of those of the participants. If only the other bound is
     * known, uses that one.
     */
    private static Optional<Long> strength(JsonNode statement, String bound, String other) {
        return bound(statement.path("strength"), bound, other).or(() -> stream(statement.path("participants"))
                .flatMap(participant -> bound(participant.path("strength"), bound, other).stream())
                .reduce(Long::sum));
    }

    private static Optional<Long> bound(JsonNode strength, String bound, String other) {
        return Stream.of(bound, other).filter(strength::hasNonNull).findFirst().map(field -> strength.get(field)
                .asLong());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
