package org.depositary.gateway.route;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address of the OpenAPI document, {@code /api/organizations/{id}}.
 *
 * @param methods what it takes, and the service that owns each of them; empty for the gateway's own
 */
record RoutePattern(String template, Pattern path, Map<HttpMethod, Optional<String>> methods) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^/{}]+}");

    static RoutePattern of(String template, Map<HttpMethod, Optional<String>> methods) {
        var path = PARAMETER.splitAsStream(template + "/").map(Pattern::quote).collect(Collectors.joining("[^/]+"));
        return new RoutePattern(template, Pattern.compile(path), methods);
    }

    /** A trailing slash changes nothing. */
    boolean matches(String requested) {
        return path.matcher(requested.endsWith("/") ? requested : requested + "/")
                .matches();
    }

    /** The more of it is fixed, the nearer it is to a request that fits. */
    long parameters() {
        return PARAMETER.matcher(template).results().count();
    }

    boolean takes(HttpMethod method) {
        return method.equals(HttpMethod.OPTIONS) || methods.containsKey(asked(method));
    }

    /** The service behind that answers the method. */
    Optional<String> owner(HttpMethod method) {
        return methods.getOrDefault(asked(method), Optional.empty());
    }

    /** The value of {@code Allow}. */
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
