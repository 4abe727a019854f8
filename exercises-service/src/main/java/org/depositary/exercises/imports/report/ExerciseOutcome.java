package org.depositary.exercises.imports.report;

import java.util.Collection;
import java.util.Optional;
import org.depositary.imports.file.PrintableTextFilter;
import org.depositary.imports.job.OutcomeCounts;
import org.depositary.imports.job.OutcomeKind;

/**
 * The outcome of one row of a file, or of one exercise of the set that the file no longer has.
 *
 * @param line empty if the file no longer has the exercise
 * @param reason why the row was rejected or the exercise kept, or a warning
 * @param column the column with the error
 * @param key identifies the exercise in its set; empty if it cannot be read
 * @param fact the id of the recorded exercise
 * @param before the exercise before the import changed it
 * @param after the exercise after the import changed it
 */
public record ExerciseOutcome(
        Optional<Integer> line,
        OutcomeKind kind,
        Optional<String> reason,
        Optional<String> column,
        Optional<String> key,
        Optional<String> fact,
        Optional<SourcedExercise> before,
        Optional<SourcedExercise> after) {

    private static final int MAX_REASON_LENGTH = 500;
    private static final int MAX_COLUMN_LENGTH = 100;

    public ExerciseOutcome {
        reason = reason.map(text -> PrintableTextFilter.of(text, MAX_REASON_LENGTH));
        column = column.map(text -> PrintableTextFilter.of(text, MAX_COLUMN_LENGTH));
    }

    /** @param column the column with the error; empty if the whole row is wrong */
    public static ExerciseOutcome rejected(int line, Optional<String> column, String reason, Optional<String> key) {
        return new ExerciseOutcome(
                Optional.of(line),
                OutcomeKind.REJECTED,
                Optional.of(reason),
                column,
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the outcome for an exercise that the import did not change. */
    public static ExerciseOutcome unchanged(
            Optional<Integer> line, OutcomeKind kind, Optional<String> reason, String key, String fact) {
        return changed(line, kind, reason, key, fact, Optional.empty(), Optional.empty());
    }

    public static ExerciseOutcome changed(
            Optional<Integer> line,
            OutcomeKind kind,
            Optional<String> reason,
            String key,
            String fact,
            Optional<SourcedExercise> before,
            Optional<SourcedExercise> after) {
        return new ExerciseOutcome(
                line, kind, reason, Optional.empty(), Optional.of(key), Optional.of(fact), before, after);
    }

    /** Returns this outcome for the report of a dry run. An accepted exercise has no id, because it is not recorded. */
    public ExerciseOutcome ofDryRun() {
        return kind == OutcomeKind.ACCEPTED
                ? new ExerciseOutcome(line, kind, reason, column, key, Optional.empty(), before, after)
                : this;
    }

    public static OutcomeCounts count(Collection<ExerciseOutcome> outcomes) {
        return new OutcomeCounts(
                count(outcomes, OutcomeKind.ACCEPTED),
                count(outcomes, OutcomeKind.KNOWN),
                count(outcomes, OutcomeKind.CORRECTED),
                count(outcomes, OutcomeKind.RETRACTED),
                count(outcomes, OutcomeKind.KEPT),
                count(outcomes, OutcomeKind.REJECTED));
    }

    private static int count(Collection<ExerciseOutcome> outcomes, OutcomeKind kind) {
        return (int) outcomes.stream().filter(outcome -> outcome.kind == kind).count();
    }
}
