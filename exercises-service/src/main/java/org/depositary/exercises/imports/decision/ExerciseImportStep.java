package org.depositary.exercises.imports.decision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.depositary.exercises.imports.report.SourcedExercise;
import org.depositary.exercises.imports.staging.StagedExercise;
import org.depositary.imports.job.ImportImpact;

/** The decision of an import: about one row, or about an exercise of the set that the new file does not have. */
sealed interface ExerciseImportStep {

    /** @param fact the id of the new exercise */
    record Accept(StagedExercise row, String fact, SourcedExercise exercise) implements ExerciseImportStep {}

    record Known(StagedExercise row, String fact) implements ExerciseImportStep {}

    record Correct(StagedExercise row, ExerciseSetFact before, SourcedExercise after) implements ExerciseImportStep {}

    record Retract(ExerciseSetFact before) implements ExerciseImportStep {}

    /** @param line absent if the file no longer has the exercise */
    record Keep(Optional<Integer> line, ExerciseSetFact fact, String reason) implements ExerciseImportStep {}

    record Reject(int line, String key, String reason) implements ExerciseImportStep {}

    /** Returns the ids of the new exercises. */
    static List<String> newFacts(Collection<ExerciseImportStep> steps) {
        return steps.stream()
                .filter(Accept.class::isInstance)
                .map(step -> ((Accept) step).fact())
                .toList();
    }

    /** Returns how many exercises of the set these steps retract or move to another date. */
    static ImportImpact impact(Collection<ExerciseImportStep> steps) {
        int retracted = 0;
        int moved = 0;
        for (var step : steps) {
            if (step instanceof Retract) {
                retracted++;
            } else if (step instanceof Correct(var row, var before, var after)
                    && !before.sourced()
                            .exercise()
                            .dates()
                            .equals(after.exercise().dates())) {
                moved++;
            }
        }
        return new ImportImpact(retracted, moved);
    }
}
