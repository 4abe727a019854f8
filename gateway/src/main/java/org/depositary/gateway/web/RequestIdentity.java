package org.depositary.gateway.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.TreeMap;
import org.depositary.gateway.log.ReadModelGeneration;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.web.representation.RequestedRepresentation;
import org.depositary.gateway.web.tags.CodeVersion;
import org.depositary.gateway.web.tags.ContentHash;

/** Identifies everything in a request, apart from its position in the change log, that decides the content of the response. */
@ApplicationScoped
class RequestIdentity {

    private final UriInfo uri;
    private final RequestedFormat format;
    private final RequestedRepresentation representation;
    private final TextAccessOfCaller access;
    private final CodeVersion code;

    RequestIdentity(
            @Context UriInfo uri,
            RequestedFormat format,
            RequestedRepresentation representation,
            TextAccessOfCaller access,
            CodeVersion code) {
        this.uri = uri;
        this.format = format;
        this.representation = representation;
        this.access = access;
        this.code = code;
    }

    /**
     * A hash of the path, the query, the format, the representation, the languages, the day, the rights of the caller, and
     * the code: other code can make another content of the same log.
     */
    String hash(AsOfPoint asOf) {
        return ContentHash.of("%s %s %s %s %s %s %s %s %d"
                .formatted(
                        uri.getPath(),
                        new TreeMap<>(uri.getQueryParameters()),
                        format.get().map(ListFormat::label).orElse(""),
                        representation.get().mediaType(),
                        asOf.languages(),
                        asOf.day(),
                        access.mayReadAll(),
                        code.get(),
                        ReadModelGeneration.VERSION));
    }
}
