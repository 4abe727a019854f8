package org.depositary.gateway.graph;

import graphql.ExecutionResult;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.depositary.gateway.graph.subscriptions.SocketExecutor;

/** Executes the operations of WebSockets on the schema of HTTP requests, with the same limits. */
@ApplicationScoped
class SocketQueries implements SocketExecutor {

    private final GraphQlEngine engine;
    private final CallerReads callers;
    private final ExecutionPlaces places;

    SocketQueries(GraphQlEngine engine, CallerReads callers, ExecutionPlaces places) {
        this.engine = engine;
        this.callers = callers;
        this.places = places;
    }

    @Override
    public ExecutionResult execute(String payload, Map<Object, Object> context, RoutingContext handshake) {
        var request = GraphQlRequest.of(payload);
        // A subscription starts with a short read. Refused, it would be lost when many clients reconnect at once.
        Runnable leave = engine.isSubscription(request) ? () -> {} : places.take(handshake);
        try {
            return engine.execute(request, callers.reads(handshake), context);
        } finally {
            leave.run();
        }
    }
}
