package org.depositary.eventsourcing.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Ends kept connections while the process shuts down, so that the next request of each client reaches another replica.
 *
 * <p>A load balancer sends new connections to replicas that are ready, but does not touch those that exist. During {@code
 * quarkus.shutdown.delay} this process is not ready and still answers. Without this, requests on kept connections would go on to
 * arrive after the delay, and get 503.
 */
@ApplicationScoped
class ConnectionDrain {

    /** Before all other filters, because each of them may answer. */
    private static final int FIRST = Integer.MAX_VALUE;

    private volatile boolean draining;

    void begin(@Observes ShutdownDelayInitiatedEvent shutdown) {
        draining = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::closeAfterResponse, FIRST);
    }

    private void closeAfterResponse(RoutingContext context) {
        // HTTP/2 forbids the header.
        if (draining && context.request().version() != HttpVersion.HTTP_2) {
            context.addHeadersEndHandler(
                    end -> context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
        }
        context.next();
    }
}
