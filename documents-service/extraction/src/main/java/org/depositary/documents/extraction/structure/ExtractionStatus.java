package org.depositary.documents.extraction.structure;

import java.util.Locale;

/** The status of an extraction. {@link #label()} is the word in events and responses. */
public enum ExtractionStatus {
    OK,
    PARTIAL,
    NO_TEXT,
    ENCRYPTED,
    CORRUPT,
    TOO_LARGE,
    TIMEOUT,
    UNSUPPORTED;

    /** Returns the name in events and responses, such as {@code no-text} for {@link #NO_TEXT}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
