package org.depositary.exercises.domain;

import org.depositary.vocabulary.validation.JsonEnumParser;

/** Whose view of a purpose it is: that of the hosts, or the judgement of a source. */
public enum PurposeView {
    DECLARED("declared"),
    ASSESSED("assessed");

    private final String json;

    PurposeView(String json) {
        this.json = json;
    }

    /**
     * Returns the view with this name in JSON.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PurposeView of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
