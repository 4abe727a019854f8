package org.depositary.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Adds the time of the gateway to every response (RFC 9110, 6.6.1). Citations of the dashboard have this time. */
@ApplicationScoped
class DateHeaderRoute {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    void register(@Observes Router router) {
        // Before all other handlers, because each of them may send the response.
        router.route().order(Integer.MIN_VALUE + 1).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        context.addHeadersEndHandler(head -> addTo(context.response().headers()));
        context.next();
    }

    private static void addTo(MultiMap headers) {
        if (!headers.contains("Date")) {
            headers.set("Date", HTTP_DATE.format(Instant.now()));
        }
    }
}
