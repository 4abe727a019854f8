package org.depositary.gateway.projection.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
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

    static Period period(FactState exercise) {
        return exercise.text("dates").map(Period::parse).orElse(new Period(UNKNOWN, UNKNOWN));
    }

    private static ExerciseRow row(FactState exercise) {
        var period = period(exercise);
        var participants = exercise.statement().path("participants");
        return new ExerciseRow(
                exercise.id(),
                exercise.text("name"),
                exercise.text("kind").orElseThrow(),
                exercise.text("status"),
                exercise.text("series"),
                StreamSupport.stream(exercise.statement().path("organizations").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                DateBound.earliest(period.start()),
                DateBound.latest(period.start()),
                DateBound.earliest(period.end()),
                DateBound.latest(period.end()),
                ExerciseDays.of(period, exercise.statement().path("phases")),
                ParticipantStrength.least(participants),
                ParticipantStrength.most(participants),
                exercise.statement(),
                exercise.sources(),
                exercise.dispute(),
                exercise.stands(),
                exercise.retracted());
    }
}
