package org.depositary.gateway.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.depositary.gateway.edge.ClientIdentifier;
import org.depositary.gateway.edge.ClientPlaces;
import org.depositary.gateway.edge.ClientPlaces.Limit;

/**
 * Limits the open streams: those of one client, so that it cannot take all places, and those of this gateway. Created at the
 * start, so that their number is a metric from then on.
 */
@Startup
@ApplicationScoped
public class StreamPlaces {

    private final ClientIdentifier clients;
    private final ClientPlaces places;

    StreamPlaces(ClientIdentifier clients, LiveSettings settings, MeterRegistry metrics) {
        this.clients = clients;
        this.places = new ClientPlaces(
                new Limit(
                        settings.maxSubscribersPerClient(),
                        "You have %d open streams. Close one of them first"
                                .formatted(settings.maxSubscribersPerClient())),
                new Limit(
                        settings.maxSubscribers(),
                        "This gateway accepts no more subscribers now: it has reached its limit"),
                metrics.gauge("depositary.subscribers", new AtomicInteger()));
    }

    /**
     * Takes a place for a stream.
     *
     * @return frees the place; the caller must run it once, when the stream has ended
     * @throws org.depositary.eventsourcing.Problem if the client or this gateway has no place left
     */
    public Runnable take(RoutingContext request) {
        return places.take(clients.of(request));
    }
}
