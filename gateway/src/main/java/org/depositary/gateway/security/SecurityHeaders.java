package org.depositary.gateway.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Adds headers to responses. Pages cannot be shown in frames of other sites. Shared caches do not give an answer to a caller who
 * must not read it.
 */
@ApplicationScoped
class SecurityHeaders {

    private static final int PRIORITY = 200;

    private final ReadsPolicy policy;

    SecurityHeaders(ReadsPolicy policy) {
        this.policy = policy;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext request) {
        boolean closed = policy.isClosed(request.normalizedPath());
        request.addHeadersEndHandler(end -> {
            var headers = request.response().headers();
            protectPage(headers);
            protectFromCaches(headers, closed);
        });
        request.next();
    }

    private static void protectPage(MultiMap headers) {
        var type = headers.get("Content-Type");
        if (type != null && type.startsWith("text/html")) {
            addIfAbsent(headers, "Content-Security-Policy", "frame-ancestors 'self'");
            addIfAbsent(headers, "X-Content-Type-Options", "nosniff");
            addIfAbsent(headers, "Referrer-Policy", "same-origin");
        }
    }

    private static void protectFromCaches(MultiMap headers, boolean closed) {
        var vary = new LinkedHashSet<String>();
        headers.getAll("Vary").forEach(line -> vary.addAll(List.of(line.split(",\\s*"))));
        if (closed) {
            vary.add("Authorization");
            addIfAbsent(headers, "Cache-Control", "private");
        }
        if (vary.contains("Authorization")) {
            vary.add("Cookie");
            headers.set("Vary", String.join(", ", vary));
        }
    }

    private static void addIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
