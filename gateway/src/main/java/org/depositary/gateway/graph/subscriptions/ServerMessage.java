package org.depositary.gateway.graph.subscriptions;

import static org.depositary.gateway.graph.subscriptions.ClientMessage.JSON;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;

/** Writes the messages of this gateway (graphql-transport-ws). */
final class ServerMessage {

    static final String ACK = "{\"type\":\"connection_ack\"}";
    static final String PING = "{\"type\":\"ping\"}";

    private ServerMessage() {}

    static String pong(Optional<JsonValue> payload) {
        var message = JSON.createObjectBuilder().add("type", "pong");
        payload.ifPresent(value -> message.add("payload", value));
        return message.build().toString();
    }

    /** @param result the result of an execution, as JSON */
    static String next(String id, String result) {
        return "{\"id\":%s,\"type\":\"next\",\"payload\":%s}".formatted(JSON.createValue(id), result);
    }

    /** @param errors a JSON array of GraphQL errors */
    static String error(String id, JsonValue errors) {
        return JSON.createObjectBuilder()
                .add("id", id)
                .add("type", "error")
                .add("payload", errors)
                .build()
                .toString();
    }

    static String error(String id, Problem problem) {
        var extensions =
                JSON.createObjectBuilder().add("type", problem.type().uri()).add("status", problem.type().status());
        var error = JSON.createObjectBuilder().add("message", problem.detail()).add("extensions", extensions);
        return error(id, JSON.createArrayBuilder().add(error).build());
    }

    static String complete(String id) {
        return "{\"id\":%s,\"type\":\"complete\"}".formatted(JSON.createValue(id));
    }
}
