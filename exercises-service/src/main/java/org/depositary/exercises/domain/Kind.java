package org.depositary.exercises.domain;

import org.depositary.vocabulary.JsonName;

/** What kind of undertaking it is that this register calls an exercise. */
public enum Kind {
    EXERCISE("exercise"),
    RESCUE_EXERCISE("rescue-exercise"),
    OPERATION("operation"),
    OBSERVATION_MISSION("observation-mission");

    private final String json;

    Kind(String json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static Kind of(String json) {
        return JsonName.constant(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
