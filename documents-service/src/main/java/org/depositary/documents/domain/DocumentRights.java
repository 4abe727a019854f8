package org.depositary.documents.domain;

import java.util.Locale;

/** The access to the text and the bytes. Metadata and cited quotes are public. */
public enum DocumentRights {
    /** Only users with the role contributor, or a higher one, may read. */
    RESTRICTED,
    /** Everyone may read, without a token. */
    PUBLIC;

    /** Returns the name in requests, events and responses, such as {@code restricted}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
