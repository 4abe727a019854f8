package org.depositary.exercises.events;

import org.depositary.eventsourcing.store.AggregateType;
import org.depositary.exercises.domain.Exercise;
import org.depositary.exercises.domain.ExerciseDecider;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.events.FactEventCodec;
import org.depositary.facts.events.FactKind;

/** Defines the kind of fact of this service: event names, versions and streams. */
public final class ExerciseFactKind {

    public static final FactKind<Exercise> EXERCISE =
            new FactKind<>("exercise", "exercise-recorded", 1, Exercise.class, "/api/exercises");

    /**
     * The aggregate of exercises. Each exercise has a stream: {@code exercise:<uuid>}; the uuid is the id of the
     * fact.
     */
    public static final AggregateType<FactCommand<Exercise>, FactStream<Exercise>, FactEvent<Exercise>> EXERCISES =
            new AggregateType<>(
                    "exercise", ExerciseDecider.DECIDER, new FactEventCodec<>(ExerciseTypesJson.mapper(), EXERCISE));

    private ExerciseFactKind() {}
}
