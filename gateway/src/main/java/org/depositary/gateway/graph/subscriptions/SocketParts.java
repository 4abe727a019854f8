package org.depositary.gateway.graph.subscriptions;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.depositary.gateway.edge.ClientIdentifier;
import org.depositary.gateway.edge.RequestLimiter;
import org.depositary.gateway.live.LiveSettings;

/** What all WebSockets share. */
@ApplicationScoped
class SocketParts {

    private final SocketAuthentication authentication;
    private final SocketExecutor executor;
    private final ClientIdentifier clients;
    private final RequestLimiter limiter;
    private final SocketSettings settings;
    private final LiveSettings live;

    SocketParts(
            SocketAuthentication authentication,
            SocketExecutor executor,
            ClientIdentifier clients,
            RequestLimiter limiter,
            SocketSettings settings,
            LiveSettings live) {
        this.authentication = authentication;
        this.executor = executor;
        this.clients = clients;
        this.limiter = limiter;
        this.settings = settings;
        this.live = live;
    }

    SocketAuthentication authentication() {
        return authentication;
    }

    SocketExecutor executor() {
        return executor;
    }

    SocketSettings settings() {
        return settings;
    }

    LiveSettings live() {
        return live;
    }

    /** Takes one request from the quota of the client. Returns false if it is empty. */
    boolean isAllowed(RoutingContext handshake) {
        return limiter.allows(clients.of(handshake));
    }
}
