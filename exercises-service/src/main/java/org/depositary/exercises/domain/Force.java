package org.depositary.exercises.domain;

import org.depositary.vocabulary.validation.JsonEnumParser;

public enum Force {
    LAND("land"),
    AIR("air"),
    SEA("sea"),
    SPECIAL("special"),
    POLICE("police"),
    RESCUE("rescue"),
    OTHER("other");

    private final String json;

    Force(String json) {
        this.json = json;
    }

    /**
     * Returns the force with this name in JSON.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Force of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
