package org.depositary.membership.imports.job;

import java.util.Arrays;
import java.util.Optional;

/** What each row of a file states. */
public enum ImportRowKind {
    /** One membership change. */
    CHANGES("changes"),
    /** The status of a party in an organisation in one year. */
    STATE_YEARS("state-years");

    private final String text;

    ImportRowKind(String text) {
        this.text = text;
    }

    public static Optional<ImportRowKind> of(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text.equals(text))
                .findFirst();
    }

    /** The name in URLs, in JSON and in the database. */
    @Override
    public String toString() {
        return text;
    }
}
