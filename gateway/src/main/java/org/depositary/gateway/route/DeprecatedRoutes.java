package org.depositary.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.depositary.eventsourcing.http.OpenApiPaths;
import org.depositary.eventsourcing.http.PathTemplates;

/**
 * Adds {@code Deprecation} (RFC 9745) and {@code Sunset} (RFC 8594) to the responses of operations that the OpenAPI document
 * calls deprecated. The document has the two days in {@value DeprecationNotice#SINCE} and
 * {@value DeprecationNotice#SUNSET}.
 */
@ApplicationScoped
class DeprecatedRoutes {

    private static final int BEFORE_ALL_ROUTES = 100;

    private final Map<String, Map<String, DeprecationNotice>> byTemplate = new HashMap<>();
    private final PathTemplates templates;

    DeprecatedRoutes(OpenApiPaths paths) {
        paths.items().forEach(this::add);
        templates = new PathTemplates(byTemplate.keySet());
    }

    private void add(String template, JsonNode item) {
        item.properties().stream()
                .filter(operation -> operation.getValue().path("deprecated").asBoolean())
                .forEach(operation -> byTemplate
                        .computeIfAbsent(template, first -> new HashMap<>())
                        .put(operation.getKey(), DeprecationNotice.of(operation.getValue())));
    }

    void register(@Observes Filters filters) {
        if (!byTemplate.isEmpty()) {
            filters.register(this::handle, BEFORE_ALL_ROUTES);
        }
    }

    private void handle(RoutingContext context) {
        notice(context)
                .ifPresent(notice -> context.addHeadersEndHandler(
                        head -> notice.headers().forEach(context.response().headers()::add)));
        context.next();
    }

    private Optional<DeprecationNotice> notice(RoutingContext context) {
        var method = context.request().method().equals(HttpMethod.HEAD)
                ? HttpMethod.GET
                : context.request().method();
        return templates
                .of(context.normalizedPath())
                .map(byTemplate::get)
                .map(operations -> operations.get(method.name().toLowerCase(Locale.ROOT)));
    }
}
