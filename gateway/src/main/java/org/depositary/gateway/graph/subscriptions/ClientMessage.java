package org.depositary.gateway.graph.subscriptions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/** A message of a client (graphql-transport-ws). */
sealed interface ClientMessage {

    /** @param authorization credentials, as in the header of the same name */
    record Init(Optional<String> authorization) implements ClientMessage {}

    /** @param payload the operation, as JSON */
    record Subscribe(String id, String payload) implements ClientMessage {}

    record Complete(String id) implements ClientMessage {}

    record Ping(Optional<JsonNode> payload) implements ClientMessage {}

    record Pong() implements ClientMessage {}

    ObjectMapper MAPPER = new ObjectMapper();

    /** @throws IllegalArgumentException if this is no message of the protocol */
    static ClientMessage parse(String text) {
        try {
            return parse(MAPPER.readTree(text));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("The message is not valid JSON", malformed);
        }
    }

    private static ClientMessage parse(JsonNode message) {
        return switch (message.path("type").asText()) {
            case "connection_init" -> new Init(authorization(message.path("payload")));
            case "subscribe" -> new Subscribe(text(message, "id"), payload(message));
            case "complete" -> new Complete(text(message, "id"));
            case "ping" -> new Ping(Optional.ofNullable(message.get("payload")));
            case "pong" -> new Pong();
            default -> throw new IllegalArgumentException("The message has no type or an unknown one");
        };
    }

    private static String text(JsonNode object, String field) {
        var value = object.path(field);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw new IllegalArgumentException("The message has no " + field);
        }
        return value.asText();
    }

    private static String payload(JsonNode message) {
        var payload = message.path("payload");
        text(payload, "query");
        return payload.toString();
    }

    /** JavaScript clients write the name in any case. */
    private static Optional<String> authorization(JsonNode payload) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(payload.fieldNames(), Spliterator.ORDERED), false)
                .filter("Authorization"::equalsIgnoreCase)
                .findFirst()
                .map(name -> text(payload, name));
    }
}
