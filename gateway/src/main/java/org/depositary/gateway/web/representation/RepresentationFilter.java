package org.depositary.gateway.web.representation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.http.OpenApiPaths;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Chooses the representation of a read: by the parameter {@code format}, else by {@code Accept}. The OpenAPI document says
 * which representations a route has. The resource sees a request for JSON, because its method serves all of them.
 */
class RepresentationFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final OpenApiPaths paths;
    private final RequestedRepresentation requested;
    private final Map<String, List<Representation>> byTemplate = new HashMap<>();

    RepresentationFilter(OpenApiPaths paths, RequestedRepresentation requested) {
        this.paths = paths;
        this.requested = requested;
        paths.items().forEach((template, item) -> {
            var offered = offered(item.at("/get/responses/200/content"));
            // Every route with a choice has it.
            if (offered.contains(Representation.JSON_LD)) {
                byTemplate.put(template, offered);
            }
        });
    }

    private static List<Representation> offered(JsonNode content) {
        return Arrays.stream(Representation.values())
                .filter(one -> content.has(one.mediaType().toString()))
                .toList();
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true, priority = 1)
    public void filter(ContainerRequestContext request) {
        var offered =
                paths.template(request.getUriInfo().getRequestUri().getPath()).map(byTemplate::get);
        if (offered.isEmpty() || !READS.contains(request.getMethod())) {
            return;
        }
        requested.offerChoice();
        requested.choose(wanted(request, offered.get()));
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
    }

    private static Representation.Chosen wanted(ContainerRequestContext request, List<Representation> offered) {
        var format = request.getUriInfo().getQueryParameters().getFirst(Representation.PARAMETER);
        if (format != null) {
            return named(format, offered).chosen();
        }
        var accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return Representation.preferred(accept == null || accept.isBlank() ? MediaType.WILDCARD : accept, offered)
                .orElseThrow(NotAcceptableException::new);
    }

    private static Representation named(String format, List<Representation> offered) {
        return offered.stream()
                .filter(one -> one.label().equals(format))
                .findFirst()
                .orElseThrow(() -> InvalidParameterProblem.of(
                        Representation.PARAMETER,
                        "unknown format '%s'. Known formats: %s".formatted(format, labels(offered))));
    }

    private static String labels(List<Representation> offered) {
        return offered.stream().map(Representation::label).collect(Collectors.joining(", "));
    }
}
