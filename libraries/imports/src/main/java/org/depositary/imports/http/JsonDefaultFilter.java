package org.depositary.imports.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Makes clients that accept any media type get JSON. Otherwise JAX-RS may choose the event stream, which stays open
 * until the import ends.
 */
@Singleton
class JsonDefaultFilter {

    /** A high priority, so that the filter runs before JAX-RS reads the Accept header. */
    private static final int PRIORITY = 1000;

    void register(@Observes Filters filters) {
        filters.register(JsonDefaultFilter::setAccept, PRIORITY);
    }

    private static void setAccept(RoutingContext context) {
        var request = context.request();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean acceptsAnything = accept == null || accept.contains("*/*") && !accept.contains("text/event-stream");
        if (acceptsAnything && request.path().startsWith("/api/imports/")) {
            request.headers().set(HttpHeaders.ACCEPT, "application/json");
        }
        context.next();
    }
}
