package org.depositary.documents.domain;

import java.util.Locale;

/** Who may read the text and the bytes; everyone sees metadata and cited quotes. */
public enum Rights {
    /** Contributors. */
    RESTRICTED,
    /** Everyone. */
    PUBLIC;

    /** The word in requests, events and answers: {@code restricted}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
