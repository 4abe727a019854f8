package org.depositary.gateway.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** The representation that this request wants, by the parameter {@code format}, else by {@code Accept}. */
@ApplicationScoped
class RequestedRepresentation {

    private final UriInfo uri;
    private final HttpHeaders headers;

    RequestedRepresentation(@Context UriInfo uri, @Context HttpHeaders headers) {
        this.uri = uri;
        this.headers = headers;
    }

    /** Throws a problem if the parameter names no representation. */
    Representation.Chosen get() {
        var format = uri.getQueryParameters().getFirst(RecordReadParameters.FORMAT);
        return format == null
                ? Representation.preferred(accept())
                : named(format).chosen();
    }

    private String accept() {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT)).orElse(MediaType.WILDCARD);
    }

    private static Representation named(String format) {
        return Representation.named(format)
                .orElseThrow(() -> InvalidParameterProblem.of(
                        RecordReadParameters.FORMAT,
                        "unknown format '%s'. Known formats: %s".formatted(format, Representation.labels())));
    }
}
