package org.depositary.gateway.web;

import java.util.Arrays;
import java.util.Optional;

/** A format of complete lists. The suffix of the URL selects it. */
public enum ListFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    NDJSON("ndjson", "application/x-ndjson");

    /** The extension of the routes in the OpenAPI document that are a list in one of these formats. */
    public static final String EXTENSION = "x-list-format";

    private final String label;
    private final String mediaType;

    ListFormat(String label, String mediaType) {
        this.label = label;
        this.mediaType = mediaType;
    }

    public String label() {
        return label;
    }

    public String suffix() {
        return "." + label;
    }

    public String mediaType() {
        return mediaType;
    }

    static Optional<ListFormat> bySuffix(String path) {
        return Arrays.stream(values())
                .filter(format -> path.endsWith(format.suffix()))
                .findFirst();
    }

    static Optional<ListFormat> named(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equals(label))
                .findFirst();
    }
}
