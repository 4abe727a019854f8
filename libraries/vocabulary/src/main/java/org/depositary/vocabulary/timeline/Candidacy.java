package org.depositary.vocabulary.timeline;

import org.depositary.vocabulary.JsonEnum;

/** That a party wants in; it stands beside the status. */
public enum Candidacy {
    INTERESTED("interested"),
    APPLICANT("applicant");

    private final String json;

    Candidacy(String json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if there is no such candidacy */
    public static Candidacy of(String json) {
        return JsonEnum.parse(values(), json);
    }

    /** As in JSON: {@code applicant}. */
    public String json() {
        return json;
    }

    @Override
    public String toString() {
        return json;
    }
}
