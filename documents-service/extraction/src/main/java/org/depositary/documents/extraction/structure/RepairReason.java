package org.depositary.documents.extraction.structure;

import java.util.Locale;

/** The reason of an edit of the extracted text. {@link #label()} is the word in responses. */
public enum RepairReason {
    /** A ligature such as fi was lost, or is one character. */
    LIGATURE,
    /** A hyphen only marks where a word may be broken. */
    HYPHEN,
    /** Bytes were decoded in the wrong charset. */
    MOJIBAKE,
    /** The number of a footnote follows a word without a space. */
    FOOTNOTE_MARKER;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
