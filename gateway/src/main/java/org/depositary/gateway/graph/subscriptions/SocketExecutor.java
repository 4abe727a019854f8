package org.depositary.gateway.graph.subscriptions;

import graphql.ExecutionResult;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Executes the operations of WebSockets, with the same schema and limits as those of HTTP requests. */
public interface SocketExecutor {

    /**
     * Executes an operation. May block.
     *
     * @param payload JSON with {@code query}, {@code operationName} and {@code variables}
     * @param context must be in the GraphQL context of the execution
     * @param handshake the request that opened the WebSocket; its user is the caller
     * @return for a subscription, its data is a publisher of results
     * @throws org.depositary.eventsourcing.Problem if the payload is invalid
     */
    ExecutionResult execute(String payload, Map<Object, Object> context, RoutingContext handshake);
}
