package org.depositary.exercises.domain;

import org.depositary.vocabulary.JsonEnum;

/** What kind of undertaking it is that this register calls an exercise. */
public enum ExerciseKind {
    EXERCISE("exercise"),
    RESCUE_EXERCISE("rescue-exercise"),
    OPERATION("operation"),
    OBSERVATION_MISSION("observation-mission");

    private final String json;

    ExerciseKind(String json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static ExerciseKind of(String json) {
        return JsonEnum.parse(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
