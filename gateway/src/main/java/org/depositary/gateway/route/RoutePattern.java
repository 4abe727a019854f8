package org.depositary.gateway.route;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A path of the OpenAPI document, for example {@code /api/organizations/{id}}.
 *
 * @param methods the allowed HTTP methods, each with the service that handles it; empty if the gateway itself does
 */
record RoutePattern(String template, Map<HttpMethod, Optional<String>> methods) {

    boolean takes(HttpMethod method) {
        return method.equals(HttpMethod.OPTIONS) || methods.containsKey(asked(method));
    }

    /** The backend service that handles this HTTP method. Empty if the gateway answers it. */
    Optional<String> owner(HttpMethod method) {
        return methods.getOrDefault(asked(method), Optional.empty());
    }

    /** The value of response header {@code Allow}. */
    String allow() {
        SortedSet<String> names = new TreeSet<>();
        methods.keySet().forEach(method -> names.add(method.name()));
        if (methods.containsKey(HttpMethod.GET)) {
            names.add(HttpMethod.HEAD.name());
        }
        names.add(HttpMethod.OPTIONS.name());
        return String.join(", ", names);
    }

    private static HttpMethod asked(HttpMethod method) {
        return method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
    }
}
