package org.depositary.vocabulary.timeline;

import org.depositary.vocabulary.validation.JsonEnumParser;

/** The wish of a party to join, independent of its status. */
public enum Candidacy {
    INTERESTED("interested"),
    APPLICANT("applicant");

    private final String json;

    Candidacy(String json) {
        this.json = json;
    }

    /**
     * Returns the candidacy with this name in JSON.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Candidacy of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    /** Returns the name used in JSON, such as {@code applicant}. */
    public String json() {
        return json;
    }

    @Override
    public String toString() {
        return json;
    }
}
