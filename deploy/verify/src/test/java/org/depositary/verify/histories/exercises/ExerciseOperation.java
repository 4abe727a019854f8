package org.depositary.verify.histories.exercises;

import java.util.List;
import java.util.Optional;
import org.depositary.verify.histories.exercises.ExercisesState.Participant;
import org.depositary.verify.histories.exercises.ExercisesState.Troops;

/**
 * An operation of a curator on exercises. The number of a fact is that of its recording among the facts of its kind. A
 * drawn number is larger, and means one of the facts.
 */
sealed interface ExerciseOperation {

    /**
     * The statement of an exercise to record. Its dates may be invalid.
     *
     * @param organizations letters of the organisations that held it
     */
    record Draft(
            String kind,
            String status,
            Optional<String> series,
            List<String> organizations,
            String dates,
            List<Participant> participants,
            Optional<Troops> strength) {}

    record RecordExercise(Draft draft) implements ExerciseOperation {}

    record CorrectExercise(int exercise, Optional<String> status, Optional<String> dates, Optional<Troops> strength)
            implements ExerciseOperation {}

    record RetractExercise(int exercise) implements ExerciseOperation {}

    /** Adds a source that agrees. */
    record AddSource(int exercise) implements ExerciseOperation {}

    /** Confirms that the exercise is still right. */
    record VerifyExercise(int exercise) implements ExerciseOperation {}

    /**
     * Adds a claim: other values of these fields, or that the exercise never took place.
     *
     * @param holds false: it never took place; then no field has a value
     */
    record ClaimOtherwise(
            int exercise, Optional<String> status, Optional<String> dates, Optional<Troops> strength, boolean holds)
            implements ExerciseOperation {}

    /** @param claim draws one of the claims of the exercise */
    record PreferClaim(int exercise, int claim) implements ExerciseOperation {}

    /** @param claim draws one of the claims of the exercise */
    record WithdrawClaim(int exercise, int claim) implements ExerciseOperation {}

    /** @param dates the planned period, only of a schedule */
    record StepDraft(String kind, String effective, Optional<String> dates) {}

    /** Records steps of one exercise, all or none. */
    record RecordSteps(int exercise, List<StepDraft> steps) implements ExerciseOperation {}

    record CorrectStep(int step, String effective) implements ExerciseOperation {}

    record RetractStep(int step) implements ExerciseOperation {}

    record RecordParticipation(int exercise, Participant participant, Optional<String> joined, Optional<String> left)
            implements ExerciseOperation {}

    record CorrectParticipation(
            int participation, Optional<String> role, Optional<Troops> strength, Optional<String> left)
            implements ExerciseOperation {}

    record RetractParticipation(int participation) implements ExerciseOperation {}

    record RecordPhase(int exercise, String place, Optional<String> dates, Optional<Integer> days)
            implements ExerciseOperation {}

    record CorrectPhase(int phase, int days) implements ExerciseOperation {}

    record RetractPhase(int phase) implements ExerciseOperation {}

    record Merge(int exercise, int into) implements ExerciseOperation {}

    /** Merges one record into the other and the other into the one, at the same time. */
    record MergeBothWays(int one, int other) implements ExerciseOperation {}

    record Unmerge(int exercise) implements ExerciseOperation {}

    /**
     * A row of a file.
     *
     * @param key the id of the exercise in the set; empty if the row has no readable id
     * @param status empty if the import derives it from the dates
     */
    record Row(
            Optional<Integer> key,
            Optional<String> status,
            String start,
            Optional<String> end,
            List<String> parties,
            Optional<Troops> strength) {}

    /**
     * Imports the next file of the set.
     *
     * @param again the maximum number of statements of the set that the file repeats
     * @param rows the other rows
     */
    record ImportRows(int again, List<Row> rows) implements ExerciseOperation {}

    record UndoImport(int number) implements ExerciseOperation {}
}
