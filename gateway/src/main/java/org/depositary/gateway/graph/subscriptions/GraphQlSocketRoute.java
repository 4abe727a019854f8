package org.depositary.gateway.graph.subscriptions;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ProblemJson;
import org.depositary.gateway.live.StreamPlaces;
import org.depositary.gateway.login.SessionOriginCheck;

/** Opens WebSockets at {@code /graphql}, and closes all at shutdown. */
@ApplicationScoped
class GraphQlSocketRoute {

    private static final String PATH = "/graphql";
    static final String SUBPROTOCOL = "graphql-transport-ws";

    /**
     * After authentication and the limit of requests, and before authorization: a browser sends its token only after the
     * handshake, so {@link SocketAuthentication} decides.
     */
    private static final int ORDER = -(SecurityHandlerPriorities.AUTHORIZATION + 10);

    private final SessionOriginCheck sessionOrigin;
    private final StreamPlaces places;
    private final SocketParts parts;
    private final Set<GraphQlSocket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    GraphQlSocketRoute(SessionOriginCheck sessionOrigin, StreamPlaces places, SocketParts parts) {
        this.sessionOrigin = sessionOrigin;
        this.places = places;
        this.parts = parts;
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.GET, PATH).order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext request) {
        if (!request.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            request.next();
            return;
        }
        try {
            upgrade(request);
        } catch (Problem refused) {
            ProblemJson.send(refused, request.response());
        }
    }

    private void upgrade(RoutingContext request) {
        if (closing) {
            throw Problem.of(ProblemType.UNAVAILABLE, "This gateway shuts down");
        }
        sessionOrigin.check(request);
        var leave = places.take(request);
        request.request()
                .toWebSocket()
                .onSuccess(socket -> open(socket, request, leave))
                .onFailure(failed -> leave.run());
    }

    private void open(ServerWebSocket webSocket, RoutingContext request, Runnable leave) {
        var socket = new GraphQlSocket(webSocket, request, parts, ended -> {
            open.remove(ended);
            leave.run();
            UpgradedRequest.end(request.request());
        });
        open.add(socket);
        if (!SUBPROTOCOL.equals(webSocket.subProtocol())) {
            socket.close(CloseCode.SUBPROTOCOL_NOT_ACCEPTABLE, "Use the subprotocol " + SUBPROTOCOL);
        }
        if (closing) {
            closeLater(socket);
        }
    }

    /** Closes all WebSockets. Runs before the HTTP server closes. */
    void closeAll(@Observes ShutdownDelayInitiatedEvent event) {
        closing = true;
        open.forEach(this::closeLater);
    }

    /** Closes at a random moment, so that clients do not reconnect all at once. */
    private void closeLater(GraphQlSocket socket) {
        long longest = parts.live().closeWithin().toMillis();
        long afterMillis = ThreadLocalRandom.current().nextLong(1, longest + 1);
        socket.closeAfter(afterMillis, CloseCode.GOING_AWAY, "The gateway shuts down");
    }
}
