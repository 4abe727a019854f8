package org.depositary.documents.extraction.metadata;

/** Where in a document a metadata field was read. */
public enum MetadataSource {
    /** A line at the top that names the field: {@code [Date] July 5, 2005}, {@code Author: …}, or a byline. */
    HEADER_LINE("header-line"),

    /** The title element, a {@code meta} element or a {@code time} element of an HTML page. */
    HTML_META("html-meta"),

    /** A heading of the text, or the date line below it. */
    HEADING("heading"),

    /** The text itself: its opening or closing formula, the signatures, or its words (for the language). */
    TEXT("text"),

    /** A property that an office program or a PDF program wrote into the file. */
    FILE_PROPERTY("file-property");

    private final String label;

    MetadataSource(String label) {
        this.label = label;
    }

    /** Returns the name in events and in JSON, such as {@code header-line}. */
    public String label() {
        return label;
    }

    /** Whether the value is from the text itself, not from a header line or a property of the file. */
    boolean isText() {
        return this == HEADING || this == TEXT;
    }
}
