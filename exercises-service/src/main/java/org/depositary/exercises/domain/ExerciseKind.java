package org.depositary.exercises.domain;

import org.depositary.vocabulary.validation.JsonEnumParser;

/** The kind of an exercise. */
public enum ExerciseKind {
    EXERCISE("exercise"),
    RESCUE_EXERCISE("rescue-exercise"),
    OPERATION("operation"),
    OBSERVATION_MISSION("observation-mission");

    private final String json;

    ExerciseKind(String json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if no kind has this name */
    public static ExerciseKind of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
