package org.depositary.documents.extraction.metadata;

import java.util.Locale;

/** The metadata fields that an extraction reads in a document. */
public enum MetadataField {
    TITLE,
    AUTHOR,
    DATE,
    PLACE,
    PUBLISHER,
    TYPE,
    SIGNATORIES,
    LANGUAGE;

    /** Returns the name in events and in JSON, such as {@code date}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
