package org.depositary.gateway.graph.subscriptions;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Optional;

/** A message of a client (graphql-transport-ws). */
sealed interface ClientMessage {

    /** @param authorization the credentials, as in the header of the same name */
    record Init(Optional<String> authorization) implements ClientMessage {}

    record Subscribe(String id, JsonObject payload) implements ClientMessage {}

    record Complete(String id) implements ClientMessage {}

    record Ping(Optional<JsonValue> payload) implements ClientMessage {}

    record Pong() implements ClientMessage {}

    JsonProvider JSON = JsonProvider.provider();

    /** @throws IllegalArgumentException if this is no message of the protocol */
    static ClientMessage parse(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return parse(reader.readObject());
        } catch (JsonException | IllegalStateException malformed) {
            throw new IllegalArgumentException("The message is not a JSON object", malformed);
        } catch (NullPointerException | ClassCastException missing) {
            throw new IllegalArgumentException("The message has no type, no id or no payload", missing);
        }
    }

    private static ClientMessage parse(JsonObject message) {
        return switch (message.getString("type")) {
            case "connection_init" -> new Init(authorization(message));
            case "subscribe" -> new Subscribe(id(message), payload(message));
            case "complete" -> new Complete(id(message));
            case "ping" -> new Ping(Optional.ofNullable(message.get("payload")));
            case "pong" -> new Pong();
            default -> throw new IllegalArgumentException("The type of the message is unknown");
        };
    }

    private static String id(JsonObject message) {
        var id = message.getString("id");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("The id of the message is empty");
        }
        return id;
    }

    private static JsonObject payload(JsonObject message) {
        var payload = message.getJsonObject("payload");
        // Throws if there is no query.
        payload.getString("query");
        return payload;
    }

    private static Optional<String> authorization(JsonObject message) {
        return message.getOrDefault("payload", JsonValue.NULL) instanceof JsonObject payload
                ? payload.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase("Authorization"))
                        .map(entry -> ((JsonString) entry.getValue()).getString())
                        .findFirst()
                : Optional.empty();
    }
}
