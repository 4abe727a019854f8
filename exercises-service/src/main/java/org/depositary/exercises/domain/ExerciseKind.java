package org.depositary.exercises.domain;

import org.depositary.vocabulary.validation.JsonEnumParser;

public enum ExerciseKind {
    EXERCISE("exercise"),
    RESCUE_EXERCISE("rescue-exercise"),
    OPERATION("operation"),
    OBSERVATION_MISSION("observation-mission");

    private final String json;

    ExerciseKind(String json) {
        this.json = json;
    }

    /**
     * Returns the kind with this name in JSON.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ExerciseKind of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
