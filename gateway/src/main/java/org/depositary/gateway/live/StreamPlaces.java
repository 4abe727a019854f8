package org.depositary.gateway.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.edge.Client;
import org.depositary.gateway.edge.ClientIdentifier;

/**
 * Limits the open streams: those of one client, so that it cannot take all places, and those of this gateway. Created at the
 * start, so that their number is a metric from then on.
 */
@Startup
@ApplicationScoped
public class StreamPlaces {

    private final ClientIdentifier clients;
    private final LiveSettings settings;
    private final Map<Client, Integer> open = new ConcurrentHashMap<>();
    private final AtomicInteger count;

    StreamPlaces(ClientIdentifier clients, LiveSettings settings, MeterRegistry metrics) {
        this.clients = clients;
        this.settings = settings;
        this.count = metrics.gauge("depositary.subscribers", new AtomicInteger());
    }

    /**
     * Takes a place for a stream.
     *
     * @return frees the place; the caller must run it once, when the stream has ended
     * @throws Problem if the client or this gateway has no place left
     */
    public Runnable take(RoutingContext request) {
        var client = clients.of(request);
        if (open.merge(client, 1, Integer::sum) > settings.maxSubscribersPerClient()) {
            leave(client);
            throw Problem.of(
                    ProblemType.RATE_LIMITED,
                    "You have %d open streams. Close one of them first".formatted(settings.maxSubscribersPerClient()));
        }
        if (count.incrementAndGet() > settings.maxSubscribers()) {
            count.decrementAndGet();
            leave(client);
            throw Problem.of(
                    ProblemType.UNAVAILABLE, "This gateway accepts no more subscribers now: it has reached its limit");
        }
        return () -> {
            count.decrementAndGet();
            leave(client);
        };
    }

    private void leave(Client client) {
        open.computeIfPresent(client, (known, streams) -> streams == 1 ? null : streams - 1);
    }
}
