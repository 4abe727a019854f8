package org.depositary.exercises.imports.decision;

import org.depositary.exercises.imports.report.SourcedExercise;

/**
 * An exercise that a set states.
 *
 * @param key identifies the exercise in its set
 * @param fact the id of the recorded exercise
 * @param sourced the exercise and its sources after the last import of the set
 */
record ExerciseSetFact(String key, String fact, SourcedExercise sourced) {}
