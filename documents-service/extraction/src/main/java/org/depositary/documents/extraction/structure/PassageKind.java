package org.depositary.documents.extraction.structure;

import java.util.Locale;

/** The kind of a passage. {@link #label()} is the word in events and responses. */
public enum PassageKind {
    HEADING("h"),
    PARAGRAPH("p"),
    LIST_ITEM("li"),
    TABLE_ROW("tr"),
    FOOTNOTE("fn"),
    METADATA("meta");

    private final String prefix;

    PassageKind(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the prefix of anchors of this kind, such as {@code p} in {@code p-12}. */
    public String prefix() {
        return prefix;
    }

    /** Returns the name in events and responses, such as {@code list-item} for {@link #LIST_ITEM}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
