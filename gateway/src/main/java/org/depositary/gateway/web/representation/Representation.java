package org.depositary.gateway.web.representation;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A form in which the same content is sent: JSON, linked data, a page, or a citation. Between equals, a client gets the
 * first one.
 */
public enum Representation {
    JSON("json", MediaType.APPLICATION_JSON),
    JSON_LD("jsonld", Types.JSON_LD),
    HTML("html", MediaType.TEXT_HTML),
    BIBTEX("bibtex", Types.BIBTEX, Types.TEXT_BIBTEX),
    CSL("csl", Types.CSL),
    TEXT("text", MediaType.TEXT_PLAIN);

    /** The query parameter that selects a representation. */
    public static final String PARAMETER = "format";

    /** Media types that Jakarta REST does not name. */
    public static final class Types {

        public static final String JSON_LD = "application/ld+json";

        public static final String BIBTEX = "application/x-bibtex";

        /** Another name of the same media type. Neither is registered. */
        public static final String TEXT_BIBTEX = "text/x-bibtex";

        public static final String CSL = "application/vnd.citationstyles.csl+json";

        private Types() {}
    }

    /** A representation, and the one of its media types that the client gets. */
    public record Chosen(Representation representation, MediaType mediaType) {}

    private final String label;
    private final List<MediaType> mediaTypes;

    Representation(String label, String... mediaTypes) {
        this.label = label;
        this.mediaTypes = Arrays.stream(mediaTypes).map(MediaType::valueOf).toList();
    }

    /** The value of the parameter {@code format}. */
    public String label() {
        return label;
    }

    public MediaType mediaType() {
        return mediaTypes.getFirst();
    }

    Chosen chosen() {
        return new Chosen(this, mediaType());
    }

    /** The offered representation that a client prefers by its header {@code Accept}. Empty if it accepts none. */
    static Optional<Chosen> preferred(String accept, List<Representation> offered) {
        var choices = offered.stream().flatMap(Representation::choices).toList();
        return RepresentationPreference.of(accept).best(choices, Chosen::mediaType);
    }

    private Stream<Chosen> choices() {
        return mediaTypes.stream().map(type -> new Chosen(this, type));
    }
}
