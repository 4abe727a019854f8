package org.depositary.exercises.domain;

import org.depositary.vocabulary.validation.JsonEnumParser;

/** The role of a participant in an exercise. */
public enum ParticipantRole {
    HOST("host"),
    PARTICIPANT("participant"),
    OBSERVER("observer"),
    MONITOR("monitor"),
    PLANNER("planner");

    private final String json;

    ParticipantRole(String json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if no role has this name */
    public static ParticipantRole of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
