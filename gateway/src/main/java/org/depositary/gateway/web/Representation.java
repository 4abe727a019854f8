package org.depositary.gateway.web;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form in which the same record is sent: JSON, a page, or a citation. Between equals, a client gets the first one.
 */
public enum Representation {
    JSON("json", MediaType.APPLICATION_JSON),
    HTML("html", MediaType.TEXT_HTML),
    BIBTEX("bibtex", Types.BIBTEX, Types.TEXT_BIBTEX),
    CSL("csl", Types.CSL),
    TEXT("text", MediaType.TEXT_PLAIN);

    /** Media types of citations. */
    public static final class Types {

        public static final String BIBTEX = "application/x-bibtex";

        /** Another name of the same media type. Neither is registered. */
        public static final String TEXT_BIBTEX = "text/x-bibtex";

        public static final String CSL = "application/vnd.citationstyles.csl+json";

        private Types() {}
    }

    /** A representation, and the one of its media types that the client gets. */
    public record Chosen(Representation representation, MediaType mediaType) {

        String label() {
            return representation.label + " " + mediaType;
        }
    }

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

    public Chosen chosen() {
        return new Chosen(this, mediaTypes.getFirst());
    }

    /** The representation with this value of the parameter {@code format}. */
    static Optional<Representation> named(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }

    /** Throws a problem if no representation has this value of the parameter {@code format}. */
    static void requireKnown(String label) {
        if (named(label).isEmpty()) {
            var known = Arrays.stream(values()).map(Representation::label).collect(Collectors.joining(", "));
            throw InvalidParameterProblem.of(
                    RecordReadParameters.FORMAT, "unknown format '%s'. Known formats: %s".formatted(label, known));
        }
    }

    /** The representation that a client prefers by its header {@code Accept}. Empty if it accepts none. */
    static Optional<Chosen> preferred(String accept) {
        var offered = Arrays.stream(values()).flatMap(Representation::offered).toList();
        return RepresentationPreference.of(accept).best(offered, Chosen::mediaType);
    }

    private Stream<Chosen> offered() {
        return mediaTypes.stream().map(type -> new Chosen(this, type));
    }
}
