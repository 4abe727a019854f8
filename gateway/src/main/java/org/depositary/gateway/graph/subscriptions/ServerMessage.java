package org.depositary.gateway.graph.subscriptions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import graphql.ExecutionResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;

/** Writes the messages of this gateway (graphql-transport-ws). */
final class ServerMessage {

    static final String ACK = "{\"type\":\"connection_ack\"}";
    static final String PING = "{\"type\":\"ping\"}";

    private ServerMessage() {}

    static String pong(Optional<JsonNode> payload) {
        var message = new LinkedHashMap<String, Object>();
        message.put("type", "pong");
        payload.ifPresent(value -> message.put("payload", value));
        return json(message);
    }

    static String next(String id, ExecutionResult result) {
        return json(message("next", id, result.toSpecification()));
    }

    /** An operation that has not begun. */
    static String error(String id, ExecutionResult result) {
        return json(message("error", id, result.toSpecification().get("errors")));
    }

    static String error(String id, Problem problem) {
        var type = problem.type();
        var extensions = Map.of("code", type.name(), "type", type.uri(), "status", type.status());
        var error = Map.of("message", problem.detail(), "extensions", extensions);
        return json(message("error", id, List.of(error)));
    }

    static String complete(String id) {
        return json(Map.of("type", "complete", "id", id));
    }

    private static Map<String, Object> message(String type, String id, Object payload) {
        return Map.of("type", type, "id", id, "payload", payload);
    }

    private static String json(Map<String, Object> message) {
        try {
            return ClientMessage.MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
