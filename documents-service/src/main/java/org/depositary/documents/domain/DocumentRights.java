package org.depositary.documents.domain;

import java.util.Locale;

/** Who may read the text and the bytes. Metadata and cited quotes are public. */
public enum DocumentRights {
    /** Contributors only. */
    RESTRICTED,
    /** Everyone. */
    PUBLIC;

    /** The word in requests, events and responses: {@code restricted}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
