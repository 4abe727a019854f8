package org.depositary.gateway.live;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.depositary.gateway.edge.Client;
import org.depositary.gateway.edge.ClientIdentifier;

/** Counts the open streams of each client, so that one client cannot take all places. */
@ApplicationScoped
class ClientStreams {

    private final ClientIdentifier clients;
    private final int most;
    private final Map<Client, Integer> open = new ConcurrentHashMap<>();

    ClientStreams(ClientIdentifier clients, LiveSettings settings) {
        this.clients = clients;
        this.most = settings.maxSubscribersPerClient();
    }

    /** Counts one more stream until the request ends. Returns false if the client has too many. */
    boolean enter(RoutingContext request) {
        var client = clients.of(request);
        if (open.merge(client, 1, Integer::sum) > most) {
            leave(client);
            return false;
        }
        request.addEndHandler(ended -> leave(client));
        return true;
    }

    int most() {
        return most;
    }

    private void leave(Client client) {
        open.computeIfPresent(client, (known, count) -> count == 1 ? null : count - 1);
    }
}
