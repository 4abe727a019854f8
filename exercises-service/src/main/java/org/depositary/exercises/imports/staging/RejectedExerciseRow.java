package org.depositary.exercises.imports.staging;

import java.util.Optional;
import org.depositary.exercises.imports.report.ExerciseOutcome;

/**
 * A rejected row.
 *
 * @param column the column with the error; empty if the whole row is wrong
 * @param key identifies the exercise in its set; empty if it cannot be read
 */
record RejectedExerciseRow(int line, Optional<String> column, String reason, Optional<String> key) {

    ExerciseOutcome outcome() {
        return ExerciseOutcome.rejected(line, column, reason, key);
    }
}
