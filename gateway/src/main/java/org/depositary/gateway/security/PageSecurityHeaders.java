package org.depositary.gateway.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Restricts what a browser does with an HTML page: it loads style sheets and images of this origin and nothing else, runs
 * no script, and shows the page in no frame. A page that needs more sets its own {@code Content-Security-Policy}.
 */
@ApplicationScoped
class PageSecurityHeaders {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final int BEFORE_ALL_ROUTES = 100;

    void register(@Observes Filters filters) {
        filters.register(PageSecurityHeaders::handle, BEFORE_ALL_ROUTES);
    }

    private static void handle(RoutingContext context) {
        context.addHeadersEndHandler(head -> complete(context.response()));
        context.next();
    }

    private static void complete(HttpServerResponse response) {
        var headers = response.headers();
        var type = headers.get("Content-Type");
        if (type != null && type.startsWith("text/html")) {
            if (!headers.contains("Content-Security-Policy")) {
                headers.set("Content-Security-Policy", POLICY);
            }
            headers.set("X-Content-Type-Options", "nosniff").set("Referrer-Policy", "same-origin");
        }
    }
}
