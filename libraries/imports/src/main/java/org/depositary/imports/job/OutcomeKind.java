package org.depositary.imports.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an import did about one row, or about one fact of the set that the file no longer states. */
public enum OutcomeKind {
    ACCEPTED,
    KNOWN,
    CORRECTED,
    RETRACTED,
    /**
     * The fact stays as it is, because it was changed since the last import or because a rejected row may state it.
     */
    KEPT,
    REJECTED;

    /** Whether a fact of the set is no longer, or no longer the same. */
    public boolean takesFromSet() {
        return this == CORRECTED || this == RETRACTED;
    }

    public static Optional<OutcomeKind> of(String json) {
        return Arrays.stream(values()).filter(kind -> kind.json().equals(json)).findFirst();
    }

    /** Returns the name in JSON and in the database. */
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
