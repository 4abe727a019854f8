package org.depositary.gateway.graph;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.depositary.gateway.edge.Client;
import org.depositary.gateway.edge.ClientIdentifier;
import org.depositary.gateway.edge.ClientPlaces;
import org.depositary.gateway.edge.ClientPlaces.Limit;

/**
 * Limits the GraphQL queries that are executed at once. A query can take a worker thread and a connection of the
 * database for long. Created at the start, so that their number is a metric from then on.
 */
@Startup
@ApplicationScoped
class ExecutionPlaces {

    private final ClientIdentifier clients;
    private final ClientPlaces places;

    ExecutionPlaces(ClientIdentifier clients, GraphQlSettings settings, MeterRegistry metrics) {
        this.clients = clients;
        this.places = new ClientPlaces(
                new Limit(
                        settings.maxExecutionsPerClient(),
                        "%d of your documents run now. Send the next one when one of them is answered"
                                .formatted(settings.maxExecutionsPerClient())),
                new Limit(
                        settings.maxExecutions(),
                        "This gateway runs as many documents as it can now. Send yours again later"),
                metrics.gauge("depositary.graphql.executions", new AtomicInteger()));
    }

    /**
     * Takes a place for a document that came by HTTP or over a WebSocket.
     *
     * @return frees the place; the caller must run it once
     * @throws org.depositary.eventsourcing.Problem if the client or this gateway has no place left
     */
    Runnable take(RoutingContext caller) {
        return take(clients.of(caller));
    }

    Runnable take(Client client) {
        return places.take(client);
    }
}
