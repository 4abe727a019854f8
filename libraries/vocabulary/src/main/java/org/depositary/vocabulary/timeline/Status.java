package org.depositary.vocabulary.timeline;

import org.depositary.vocabulary.JsonEnum;

/** What a party can be in an organisation; {@link #NONE} is what it is without a span. */
public enum Status {
    GUEST("guest"),
    OBSERVER("observer"),
    DIALOGUE_PARTNER("dialogue-partner"),
    ASSOCIATE("associate"),
    MEMBER("member"),
    SUSPENDED("suspended"),
    NONE("none");

    private final String json;

    Status(String json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if there is no such status */
    public static Status of(String json) {
        return JsonEnum.parse(values(), json);
    }

    /** As in JSON: {@code dialogue-partner}. */
    public String json() {
        return json;
    }

    @Override
    public String toString() {
        return json;
    }
}
