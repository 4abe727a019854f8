package org.depositary.documents.extraction.structure;

import java.util.Locale;

/** What a passage is in its document. {@link #label()} is the word in events and answers. */
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

    /** How the anchors of this kind begin: {@code p} of {@code p-12}. */
    public String prefix() {
        return prefix;
    }

    /** {@code list-item} for {@link #LIST_ITEM}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
