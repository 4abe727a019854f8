package org.depositary.exercises.domain;

import org.depositary.vocabulary.JsonName;

/** What a participant does in an exercise. */
public enum Role {
    HOST("host"),
    PARTICIPANT("participant"),
    OBSERVER("observer"),
    MONITOR("monitor"),
    PLANNER("planner");

    private final String json;

    Role(String json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if there is no such role */
    public static Role of(String json) {
        return JsonName.constant(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
