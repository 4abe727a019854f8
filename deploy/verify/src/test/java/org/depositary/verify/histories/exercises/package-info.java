/**
 * Random histories of exercises. {@code ExercisesModel} computes the expected answer to each {@code ExerciseOperation}
 * and the state after it, with {@code ModelLifecycle}, {@code ExerciseClaimModel}, {@code ExerciseImportModel} and {@code
 * ExerciseUndoModel}. {@code
 * JoinedExercise}, {@code ExpectedExercises} and {@code ExpectedStatistics} compute the expected reads.
 *
 * <p>To add an operation, add a record to {@code ExerciseOperation}, its request to {@code ExerciseRequests}, its effect
 * to {@code ExercisesModel}, and its probability to {@code ExerciseHistoryGenerator}.
 */
package org.depositary.verify.histories.exercises;
