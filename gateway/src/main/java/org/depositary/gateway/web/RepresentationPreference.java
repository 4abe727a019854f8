package org.depositary.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.http.OpenApiPaths;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Chooses the representation of a read: by the query parameter {@code format}, else by the header {@code Accept} (RFC 9110,
 * section 12.5.1). Applies to routes that the OpenAPI document describes with more than one.
 */
class RepresentationPreference {

    private static final Pattern QUALITY = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

    private final OpenApiPaths paths;
    private final RequestedRepresentation requested;
    private final Map<String, List<Representation>> byTemplate = new HashMap<>();

    RepresentationPreference(OpenApiPaths paths, RequestedRepresentation requested) {
        this.paths = paths;
        this.requested = requested;
        paths.items().forEach((template, item) -> {
            var offered = offered(item.at("/get/responses/200/content"));
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
        if (offered.isEmpty() || !List.of("GET", "HEAD").contains(request.getMethod())) {
            return;
        }
        requested.offerChoice();
        named(request)
                .or(() -> preferred(request.getAcceptableMediaTypes(), offered.get()))
                .ifPresent(chosen -> {
                    requested.choose(chosen);
                    // The resource method only declares JSON.
                    request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
                });
    }

    private static Optional<Representation> named(ContainerRequestContext request) {
        var format = request.getUriInfo().getQueryParameters().getFirst(Representation.PARAMETER);
        return Optional.ofNullable(format).map(label -> Representation.named(label)
                .orElseThrow(() -> InvalidParameterProblem.of(
                        Representation.PARAMETER,
                        "unknown format '%s'. Known formats: %s".formatted(label, Representation.labels()))));
    }

    /** The representation with the highest quality; of several, the first. Empty if none is acceptable. */
    private static Optional<Representation> preferred(List<MediaType> ranges, List<Representation> offered) {
        return offered.stream()
                .filter(one -> quality(one.mediaType(), ranges) > 0)
                .reduce((best, other) ->
                        quality(other.mediaType(), ranges) > quality(best.mediaType(), ranges) ? other : best);
    }

    /** The quality of the most specific range that includes the type. */
    private static double quality(MediaType type, List<MediaType> ranges) {
        return ranges.stream()
                .filter(range -> range.isCompatible(type))
                .max(Comparator.comparing(MediaType::isWildcardType)
                        .thenComparing(MediaType::isWildcardSubtype)
                        .reversed())
                .map(range -> range.getParameters().getOrDefault("q", "1"))
                .filter(quality -> QUALITY.matcher(quality).matches())
                .map(Double::parseDouble)
                .orElse(0.0);
    }
}
