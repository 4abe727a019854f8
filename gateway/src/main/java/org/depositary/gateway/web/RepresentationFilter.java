package org.depositary.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.http.OpenApiPaths;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Chooses the representation of a record: by the parameter {@code format}, else by {@code Accept}. The resource sees a
 * request for JSON, because its method serves all representations.
 */
class RepresentationFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final OpenApiPaths paths;
    private final RequestedRepresentation requested;
    private final Set<String> templates;

    RepresentationFilter(OpenApiPaths paths, RequestedRepresentation requested) {
        this.paths = paths;
        this.requested = requested;
        this.templates = paths.items().entrySet().stream()
                .filter(path -> isRecord(path.getValue()))
                .map(path -> path.getKey())
                .collect(Collectors.toSet());
    }

    private static boolean isRecord(JsonNode path) {
        return path.at("/get/responses/200/content").has(Representation.Types.BIBTEX);
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true, priority = 1)
    public void filter(ContainerRequestContext request) {
        if (READS.contains(request.getMethod()) && isRecord(request)) {
            wanted(request).ifPresent(chosen -> {
                requested.set(chosen);
                request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
            });
        }
    }

    private boolean isRecord(ContainerRequestContext request) {
        return paths.template(request.getUriInfo().getRequestUri().getPath())
                .filter(templates::contains)
                .isPresent();
    }

    /** Empty if the client accepts nothing that is offered. The method refuses an unknown format. */
    private static Optional<Representation.Chosen> wanted(ContainerRequestContext request) {
        var format = request.getUriInfo().getQueryParameters().getFirst(RecordReadParameters.FORMAT);
        if (format != null) {
            return Representation.named(format)
                    .or(() -> Optional.of(Representation.JSON))
                    .map(Representation::chosen);
        }
        var accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return Representation.preferred(accept == null ? MediaType.WILDCARD : accept);
    }
}
