package org.depositary.gateway.edge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** Limits what is open at once: for one client, so that it cannot take all places, and for this gateway. */
public final class ClientPlaces {

    /**
     * @param places the maximum number of places
     * @param refusal what a client reads when none is left
     */
    public record Limit(int places, String refusal) {}

    private final Limit ofClient;
    private final Limit ofGateway;
    private final AtomicInteger count;
    private final Map<Client, Integer> open = new ConcurrentHashMap<>();

    /** @param count the number of places that are taken, for example a metric */
    public ClientPlaces(Limit ofClient, Limit ofGateway, AtomicInteger count) {
        this.ofClient = ofClient;
        this.ofGateway = ofGateway;
        this.count = count;
    }

    /**
     * Takes a place.
     *
     * @return frees the place; the caller must run it once
     * @throws Problem if the client (429) or this gateway (503) has no place left
     */
    public Runnable take(Client client) {
        if (open.merge(client, 1, Integer::sum) > ofClient.places()) {
            leave(client);
            throw Problem.of(ProblemType.RATE_LIMITED, ofClient.refusal());
        }
        if (count.incrementAndGet() > ofGateway.places()) {
            count.decrementAndGet();
            leave(client);
            throw Problem.of(ProblemType.UNAVAILABLE, ofGateway.refusal());
        }
        return () -> {
            count.decrementAndGet();
            leave(client);
        };
    }

    private void leave(Client client) {
        open.computeIfPresent(client, (known, places) -> places == 1 ? null : places - 1);
    }
}
