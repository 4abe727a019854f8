package org.depositary.vocabulary.timeline;

import org.depositary.vocabulary.validation.JsonEnumParser;

/** The status of a party in an organisation. No span has {@link #NONE}. */
public enum MembershipStatus {
    GUEST("guest"),
    OBSERVER("observer"),
    DIALOGUE_PARTNER("dialogue-partner"),
    ASSOCIATE("associate"),
    MEMBER("member"),
    SUSPENDED("suspended"),
    NONE("none");

    private final String json;

    MembershipStatus(String json) {
        this.json = json;
    }

    /**
     * Returns the status with this name in JSON.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static MembershipStatus of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    /** Returns the name used in JSON, such as {@code dialogue-partner}. */
    public String json() {
        return json;
    }

    @Override
    public String toString() {
        return json;
    }
}
