package org.depositary.gateway.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.List;

/** Adds headers by which no cache gives a response to a caller who must not read it. */
@ApplicationScoped
class PrivateResponses {

    private static final int BEFORE_ALL_ROUTES = 200;

    private final ReadsPolicy policy;

    PrivateResponses(ReadsPolicy policy) {
        this.policy = policy;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_ALL_ROUTES);
    }

    private void handle(RoutingContext request) {
        boolean closed = policy.isClosed(request.normalizedPath());
        request.addHeadersEndHandler(end -> protect(request.response().headers(), closed));
        request.next();
    }

    /** A response that no cache may store needs nothing more. */
    private static void addPrivate(MultiMap headers) {
        var control = headers.get("Cache-Control");
        if (control == null) {
            headers.set("Cache-Control", "private");
        } else if (!control.contains("private") && !control.contains("no-store")) {
            headers.set("Cache-Control", control + ", private");
        }
    }

    private static void protect(MultiMap headers, boolean closed) {
        var vary = new LinkedHashSet<String>();
        headers.getAll("Vary").forEach(line -> vary.addAll(List.of(line.split(",\\s*"))));
        if (closed) {
            vary.add("Authorization");
            addPrivate(headers);
        }
        if (vary.contains("Authorization")) {
            // A session is another way to be the same caller.
            vary.add("Cookie");
            headers.set("Vary", String.join(", ", vary));
        }
    }
}
