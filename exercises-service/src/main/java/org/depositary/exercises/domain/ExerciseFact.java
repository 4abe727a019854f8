package org.depositary.exercises.domain;

import java.util.List;
import org.depositary.vocabulary.validation.Violation;

/** A statement about one exercise. All facts about an exercise are in its stream. */
public sealed interface ExerciseFact
        permits Exercise, ExerciseStep, Participation, ExercisePhase, ExercisePurpose, ExerciseMerge {

    /** Returns the violations of rules that the types of the fields do not already enforce. */
    List<Violation> violations();
}
