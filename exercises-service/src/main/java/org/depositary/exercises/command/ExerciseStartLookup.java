package org.depositary.exercises.command;

import static org.depositary.exercises.events.ExerciseFactKind.EXERCISES;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.depositary.eventsourcing.store.DatabaseFailure;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;

/**
 * Finds the start of a recorded exercise before a command is parsed. The start decides which state a code of a
 * participant means.
 */
@Singleton
class ExerciseStartLookup {

    // Every event of an exercise has its whole statement, so the last one has the dates.
    private static final String DATES = """
            SELECT data::json ->> 'dates' FROM event
            WHERE stream_id = ? AND type LIKE 'exercise-%' AND data::json ->> 'id' = ?
            ORDER BY version DESC LIMIT 1
            """;

    private final DataSource dataSource;

    ExerciseStartLookup(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns the first day of the exercise. Empty if the exercise is unknown; the decider reports that. */
    Optional<PartialDate> of(String exercise) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(DATES)) {
            select.setString(1, EXERCISES.stream(exercise).toString());
            select.setString(2, exercise);
            var row = select.executeQuery();
            return row.next()
                    ? Optional.ofNullable(row.getString(1))
                            .map(dates -> Period.parse(dates).start())
                    : Optional.empty();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }
}
