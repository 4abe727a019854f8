package org.depositary.gateway.web;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A representation in which a read can answer. The first one is the default. */
public enum Representation {
    JSON("json", MediaType.APPLICATION_JSON_TYPE),
    JSON_LD("jsonld", new MediaType("application", "ld+json"));

    /** The query parameter that selects a representation. */
    public static final String PARAMETER = "format";

    private final String label;
    private final MediaType mediaType;

    Representation(String label, MediaType mediaType) {
        this.label = label;
        this.mediaType = mediaType;
    }

    /** The value of the query parameter. */
    public String label() {
        return label;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    static Optional<Representation> named(String label) {
        return Arrays.stream(values())
                .filter(representation -> representation.label.equals(label))
                .findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(Representation::label).collect(Collectors.joining(", "));
    }
}
