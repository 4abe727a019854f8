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
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;

/** Builds the rows of table {@code exercise}: columns for the filters of a search, and the complete statement. */
@Singleton
class ExerciseView implements FactView<ExerciseRow> {

    private static final RowVersionTable<ExerciseRow> TABLE = RowVersionTable.of("exercise", ExerciseRow.class, "id");
    private static final PartialDate UNKNOWN = new PartialDate("", Optional.empty(), Optional.empty(), false);

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
        return facts.stream()
                .filter(fact -> fact.kind().equals("exercise"))
                .map(ExerciseView::row)
                .toList();
    }

    private static ExerciseRow row(FactState exercise) {
        var period = exercise.text("dates").map(Period::parse).orElse(new Period(UNKNOWN, UNKNOWN));
        var participants = exercise.statement().path("participants");
        // A figure for the whole exercise goes before the sum of the figures for its participants.
        Iterable<JsonNode> reported =
                exercise.statement().has("strength") ? List.of(exercise.statement()) : participants;
        return new ExerciseRow(
                exercise.id(),
                exercise.text("name"),
                exercise.text("kind").orElseThrow(),
                exercise.text("status"),
                exercise.text("series"),
                stream(exercise.statement().path("organizations"))
                        .map(JsonNode::asText)
                        .toList(),
                texts(participants, "party"),
                texts(participants, "members-of"),
                DateBound.earliest(period.start()),
                DateBound.latest(period.start()),
                DateBound.earliest(period.end()),
                DateBound.latest(period.end()),
                strength(reported, "min", "max"),
                strength(reported, "max", "min"),
                exercise.statement(),
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
     * Sums the minimum or maximum strengths of the participants, or takes that of the whole exercise. If only the other
     * bound is known, uses that one.
     */
    private static Optional<Long> strength(Iterable<JsonNode> participants, String bound, String other) {
        return StreamSupport.stream(participants.spliterator(), false)
                .map(participant -> participant.path("strength"))
                .flatMap(strength ->
                        Stream.of(bound, other).filter(strength::hasNonNull).findFirst().map(strength::get).stream())
                .map(JsonNode::asLong)
                .reduce(Long::sum);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
