package org.depositary.exercises.domain;

import org.depositary.vocabulary.validation.JsonEnumParser;

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

    /**
     * Returns the status with this name in JSON.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ExerciseStatus of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
