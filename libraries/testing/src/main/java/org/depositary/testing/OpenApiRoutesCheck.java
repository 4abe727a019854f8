package org.depositary.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;

/**
 * Compares the routes of the running service with the operations of its OpenAPI document. A route is written as
 * {@code GET /api/exercises/{id}}.
 */
public final class OpenApiRoutesCheck {

    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH");
    /** Operators call these on the service's own port. The gateway does not forward them, so they are not documented. */
    private static final String FOR_OPERATORS = "/relay/";

    private OpenApiRoutesCheck() {}

    /**
     * Fails if a route has no operation, or an operation has no route.
     *
     * @param others the routes that are no JAX-RS resources
     */
    public static void assertSame(JsonNode document, Set<String> others) {
        var routes = resources();
        routes.addAll(others);
        var operations = operations(document);
        var undocumented = new TreeSet<>(routes);
        undocumented.removeAll(operations);
        var unserved = new TreeSet<>(operations);
        unserved.removeAll(routes);
        if (routes.isEmpty() || !undocumented.isEmpty() || !unserved.isEmpty()) {
            throw new AssertionError("Routes without an operation: %s. Operations without a route: %s. All routes: %s"
                    .formatted(undocumented, unserved, routes));
        }
    }

    /** The operations of an OpenAPI document. */
    public static Set<String> operations(JsonNode document) {
        var operations = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(name -> {
                    var method = name.toUpperCase(Locale.ROOT);
                    if (METHODS.contains(method)) {
                        operations.add(method + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** The routes of all JAX-RS resources, as the server has them at run time. */
    private static Set<String> resources() {
        var routes = new TreeSet<String>();
        for (var resource : ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers()) {
            Stream.of(resource.value.handlers)
                    .filter(ClassRoutingHandler.class::isInstance)
                    .flatMap(handler -> ((ClassRoutingHandler) handler).getMappers().entrySet().stream())
                    .filter(mapper -> METHODS.contains(String.valueOf(mapper.getKey())))
                    .forEach(mapper -> mapper.getValue().getTemplates().stream()
                            .map(method -> path(resource.template.template + method.template.template))
                            .filter(path -> !path.startsWith(FOR_OPERATORS))
                            .forEach(path -> routes.add(mapper.getKey() + " " + path)));
        }
        return routes;
    }

    /** Removes doubled and trailing slashes, and the regular expressions of parameters. */
    private static String path(String template) {
        return template.replaceAll("\\{\\s*([^:{}\\s]+)\\s*:[^/]*}", "{$1}")
                .replaceAll("/{2,}", "/")
                .replaceAll("(?<=.)/$", "");
    }
}
