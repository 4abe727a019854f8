package org.depositary.exercises.domain;

import org.depositary.vocabulary.validation.JsonEnumParser;

/** The status of an exercise. */
public enum ExerciseStatus {
    ANNOUNCED("announced"),
    SCHEDULED("scheduled"),
    RUNNING("running"),
    COMPLETED("completed"),
    CANCELLED("cancelled");

    private final String json;

    ExerciseStatus(String json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if no status has this name */
    public static ExerciseStatus of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
