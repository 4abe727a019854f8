package org.depositary.vocabulary.instruments;

import org.depositary.vocabulary.validation.JsonEnumParser;

/** How a party stands towards an instrument, by its own acts alone. */
public enum Standing {
    /** Signed, subject to ratification, acceptance or approval (article 14). */
    SIGNATORY("signatory"),
    /** Applies the instrument before it is bound by it (article 25). */
    PROVISIONAL("provisional"),
    /** Has consented to be bound: a contracting state, and a party once the instrument is in force (article 2). */
    BOUND("bound");

    private final String json;

    Standing(String json) {
        this.json = json;
    }

    /**
     * Returns the standing with this name in JSON.
     *
     * @throws IllegalArgumentException if none matches
     */
    public static Standing of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    @Override
    public String toString() {
        return json;
    }
}
