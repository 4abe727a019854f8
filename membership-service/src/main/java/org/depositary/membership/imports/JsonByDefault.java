package org.depositary.membership.imports;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Whoever takes anything gets JSON. JAX-RS would choose the stream of events, which does not end soon. */
@Singleton
class JsonByDefault {

    private static final int EARLY = 1000;

    void register(@Observes Filters filters) {
        filters.register(JsonByDefault::choose, EARLY);
    }

    private static void choose(RoutingContext context) {
        var request = context.request();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean takesAnything = accept == null || accept.contains("*/*") && !accept.contains("text/event-stream");
        if (takesAnything && request.path().startsWith("/api/imports/")) {
            request.headers().set(HttpHeaders.ACCEPT, "application/json");
        }
        context.next();
    }
}
