package org.depositary.exercises.events;

import org.depositary.eventsourcing.store.AggregateType;
import org.depositary.exercises.domain.Exercise;
import org.depositary.exercises.domain.ExerciseDecider;
import org.depositary.exercises.domain.ExerciseFact;
import org.depositary.exercises.domain.ExerciseMerge;
import org.depositary.exercises.domain.ExercisePhase;
import org.depositary.exercises.domain.ExercisePurpose;
import org.depositary.exercises.domain.ExerciseStep;
import org.depositary.exercises.domain.Participation;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.events.FactEventCodec;
import org.depositary.facts.events.FactKind;

/** Defines the kinds of fact of this service: event names, versions and streams. */
public final class ExerciseFactKind {

    public static final FactKind<Exercise> EXERCISE =
            new FactKind<>("exercise", "exercise-recorded", 1, Exercise.class, ExerciseDecider.EXERCISES);

    public static final FactKind<ExerciseStep> EXERCISE_STEP =
            new FactKind<>("exercise-step", "exercise-step-recorded", 1, ExerciseStep.class, ExerciseDecider.STEPS);

    public static final FactKind<Participation> PARTICIPATION = new FactKind<>(
            "participation", "participation-recorded", 1, Participation.class, ExerciseDecider.PARTICIPATIONS);

    public static final FactKind<ExercisePhase> EXERCISE_PHASE =
            new FactKind<>("exercise-phase", "exercise-phase-recorded", 1, ExercisePhase.class, ExerciseDecider.PHASES);

    public static final FactKind<ExercisePurpose> EXERCISE_PURPOSE = new FactKind<>(
            "exercise-purpose", "exercise-purpose-recorded", 1, ExercisePurpose.class, ExerciseDecider.PURPOSES);

    public static final FactKind<ExerciseMerge> EXERCISE_MERGE =
            new FactKind<>("exercise-merge", "exercise-merge-recorded", 1, ExerciseMerge.class, ExerciseDecider.MERGES);

    /**
     * The aggregate of exercises. Each exercise has a stream: {@code exercise:<uuid>}; the uuid is the id of its
     * record. The other facts about it are in the same stream.
     */
    public static final AggregateType<FactCommand<ExerciseFact>, FactStream<ExerciseFact>, FactEvent<ExerciseFact>>
            EXERCISES = new AggregateType<>(
                    "exercise",
                    ExerciseDecider.DECIDER,
                    new FactEventCodec<>(
                            ExerciseTypesJson.mapper(),
                            EXERCISE,
                            EXERCISE_STEP,
                            PARTICIPATION,
                            EXERCISE_PHASE,
                            EXERCISE_PURPOSE,
                            EXERCISE_MERGE));

    private ExerciseFactKind() {}
}
