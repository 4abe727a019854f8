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

    /** @throws IllegalArgumentException if no candidacy has this word */
    public static Candidacy of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    /** The word in JSON: {@code applicant}. */
    public String json() {
        return json;
    }

    @Override
    public String toString() {
        return json;
    }
}
