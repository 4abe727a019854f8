package org.depositary.exercises.domain;

import org.depositary.vocabulary.validation.JsonEnumParser;

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

    /**
     * Returns the role with this name in JSON.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ParticipantRole of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
