package org.depositary.gateway.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.depositary.eventsourcing.http.OpenApiPaths;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Passes a request such as {@code members.csv} to the resource of the list, {@code members}, and keeps the format for the
 * response. Changes only routes that the OpenAPI document describes as such, because an id can also end in {@code .csv}.
 */
class ListFormatFilter {

    private final OpenApiPaths paths;
    private final RequestedFormat requested;
    private final Map<String, ListFormat> byTemplate = new HashMap<>();

    ListFormatFilter(OpenApiPaths paths, RequestedFormat requested) {
        this.paths = paths;
        this.requested = requested;
        paths.items().forEach((template, item) -> ListFormat.named(
                        item.path("get").path(ListFormat.EXTENSION).asText())
                .ifPresent(format -> byTemplate.put(template, format)));
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true, priority = 0)
    public void filter(ContainerRequestContext request) {
        format(request.getUriInfo().getRequestUri().getPath()).ifPresent(format -> {
            requested.set(format);
            var uri = request.getUriInfo().getRequestUri();
            var path = uri.getRawPath();
            var list = path.substring(0, path.length() - format.suffix().length());
            request.setRequestUri(request.getUriInfo()
                    .getRequestUriBuilder()
                    .replacePath(list)
                    .build());
            // The suffix has selected the format.
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        });
    }

    private Optional<ListFormat> format(String path) {
        return ListFormat.bySuffix(path).isEmpty()
                ? Optional.empty()
                : paths.template(path).map(byTemplate::get);
    }
}
