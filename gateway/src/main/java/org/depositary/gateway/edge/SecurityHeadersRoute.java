package org.depositary.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Adds security headers to every response. A response can set its own value. */
@ApplicationScoped
class SecurityHeadersRoute {

    private static final String YEAR = "max-age=31536000";

    private final boolean https;

    SecurityHeadersRoute(PublicUrl publicUrl) {
        this.https = publicUrl.isHttps();
    }

    void register(@Observes Router router) {
        // Before all other handlers, because each of them may send the response.
        router.route().order(Integer.MIN_VALUE).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        context.addHeadersEndHandler(head -> addTo(context.response().headers()));
        context.next();
    }

    private void addTo(MultiMap headers) {
        addIfAbsent(headers, "X-Content-Type-Options", "nosniff");
        // Queries are in URLs, and links lead to the sites of sources.
        addIfAbsent(headers, "Referrer-Policy", "no-referrer");
        if (https) {
            addIfAbsent(headers, "Strict-Transport-Security", YEAR);
        }
    }

    private static void addIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
