package org.depositary.gateway.route;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A path of the OpenAPI document, for example {@code /api/organizations/{id}}.
 *
 * @param path regular expression that requested paths match
 * @param methods the allowed HTTP methods, each with the service that handles it; empty if the gateway itself does
 */
record RoutePattern(String template, Pattern path, Map<HttpMethod, Optional<String>> methods) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^/{}]+}");

    static RoutePattern of(String template, Map<HttpMethod, Optional<String>> methods) {
        var path = PARAMETER.splitAsStream(template + "/").map(Pattern::quote).collect(Collectors.joining("[^/]+"));
        return new RoutePattern(template, Pattern.compile(path), methods);
    }

    /** Whether a requested path matches. A trailing slash makes no difference. */
    boolean matches(String requested) {
        return path.matcher(requested.endsWith("/") ? requested : requested + "/")
                .matches();
    }

    /**
     * The number of path parameters. If several patterns match a path, the one with the fewest parameters is chosen.
     */
    long parameters() {
        return PARAMETER.matcher(template).results().count();
    }

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
