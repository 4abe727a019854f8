package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.exercises.ExerciseItem.Troops;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedParticipant;
import org.depositary.gateway.read.exercises.MembersAtStartLookup.Beginning;
import org.depositary.gateway.read.facts.Retraction;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.sources.Source;

/**
 * A record of an exercise, as selected from table {@code exercise}.
 *
 * @param status the status on the day of the read
 * @param mergedRecords the records that were merged into this one
 */
record RecordedExercise(
        String id,
        ExerciseStatement statement,
        Optional<String> status,
        List<Source> sources,
        Optional<JsonNode> dispute,
        Optional<Retraction> retracted,
        Optional<Troops> strength,
        List<RecordedExercise> mergedRecords) {

    static RecordedExercise read(ResultRow row) throws SQLException {
        var least = row.optionalNumber("strength_least");
        var most = row.optionalNumber("strength_most");
        return new RecordedExercise(
                row.text("id"),
                row.optional("statement", ExerciseStatement.class).orElseThrow(),
                row.optionalText("status_on_day"),
                row.sources("sources"),
                row.optionalJson("dispute"),
                row.optional("retracted", Retraction.class),
                most.map(max -> new Troops(least.orElse(max), max)),
                List.of());
    }

    Optional<Period> period() {
        return statement.dates().map(dates -> Period.parse(dates.edtf()));
    }

    List<StatedParticipant> participants() {
        return statement.participants().orElse(List.of());
    }

    Optional<Beginning> beginning(StatedParticipant participant) {
        return participant.membersOf().flatMap(organization -> period().map(
                        dates -> new Beginning(organization, dates.start())));
    }

    /** Adds what only the merged records say, and all their sources. */
    RecordedExercise with(List<RecordedExercise> merged) {
        return new RecordedExercise(
                id,
                merged.stream().map(RecordedExercise::statement).reduce(statement, ExerciseStatement::complementedBy),
                status,
                Stream.concat(Stream.of(this), merged.stream())
                        .flatMap(record -> record.sources().stream())
                        .distinct()
                        .toList(),
                dispute,
                retracted,
                Stream.concat(Stream.of(this), merged.stream())
                        .flatMap(record -> record.strength().stream())
                        .findFirst(),
                merged);
    }
}
