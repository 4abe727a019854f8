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

    /** @throws IllegalArgumentException if no status has this word */
    public static MembershipStatus of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    /** The word in JSON: {@code dialogue-partner}. */
    public String json() {
        return json;
    }

    @Override
    public String toString() {
        return json;
    }
}
