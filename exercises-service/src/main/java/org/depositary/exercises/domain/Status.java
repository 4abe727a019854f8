package org.depositary.exercises.domain;

import org.depositary.vocabulary.JsonName;

/** How far an exercise has come. */
public enum Status {
    ANNOUNCED("announced"),
    SCHEDULED("scheduled"),
    RUNNING("running"),
    COMPLETED("completed"),
    CANCELLED("cancelled");

    private final String json;

    Status(String json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if there is no such status */
    public static Status of(String json) {
        return JsonName.constant(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
