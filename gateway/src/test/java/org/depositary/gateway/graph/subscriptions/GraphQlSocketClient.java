package org.depositary.gateway.graph.subscriptions;

import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A client of graphql-transport-ws that only sends what a test wants it to send. */
final class GraphQlSocketClient implements AutoCloseable, WebSocket.Listener {

    static final String ALL_FIELDS = "event cursor id type source subject time sequence actor data snapshot";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final StringBuilder part = new StringBuilder();
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private boolean ignoring;
    private volatile int closeCode;
    private volatile Instant closedAt = Instant.MAX;

    private GraphQlSocketClient(URI origin, Map<String, String> headers, String... subprotocol) {
        var builder = http.newWebSocketBuilder();
        headers.forEach(builder::header);
        if (subprotocol.length > 0) {
            builder.subprotocols(subprotocol[0]);
        }
        this.socket = builder.buildAsync(
                        URI.create("ws" + origin.resolve("/graphql").toString().substring(4)), this)
                .join();
    }

    /** Opens a WebSocket without a message. */
    static GraphQlSocketClient opened(URI origin, String... subprotocol) {
        return new GraphQlSocketClient(origin, Map.of(), subprotocol);
    }

    static GraphQlSocketClient openedWith(URI origin, Map<String, String> headers) {
        return new GraphQlSocketClient(origin, headers, "graphql-transport-ws");
    }

    /** Opens a WebSocket and sends connection_init. */
    static GraphQlSocketClient connected(URI origin) {
        return opened(origin, "graphql-transport-ws").send("{\"type\": \"connection_init\"}");
    }

    static GraphQlSocketClient connected(URI origin, String token) {
        return opened(origin, "graphql-transport-ws").send("""
                        {"type": "connection_init", "payload": {"Authorization": "Bearer %s"}}
                        """.formatted(token));
    }

    GraphQlSocketClient send(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    /** Waits for the acknowledgement and sends an operation. */
    GraphQlSocketClient operation(String id, String query) {
        await().until(() -> !ofType("connection_ack").isEmpty());
        return send(JSON.createObjectNode()
                .put("type", "subscribe")
                .put("id", id)
                .set("payload", JSON.createObjectNode().put("query", query))
                .toString());
    }

    /** Subscribes to all fields of changes. */
    GraphQlSocketClient changes(String arguments) {
        var given = arguments.isEmpty() ? "" : "(" + arguments + ")";
        return operation("1", "subscription { changes" + given + " { " + ALL_FIELDS + " } }");
    }

    @Override
    public synchronized CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last && !ignoring) {
            try {
                messages.add(JSON.readTree(part.toString()));
            } catch (JsonProcessingException failure) {
                throw new IllegalStateException(failure);
            }
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closeCode = statusCode;
        closedAt = Instant.now();
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closeCode = 1006;
        closedAt = Instant.now();
    }

    /** 0 while the WebSocket is open. */
    int closeCode() {
        return closeCode;
    }

    Instant closedAt() {
        return closedAt;
    }

    /** All messages of this type so far. */
    List<JsonNode> ofType(String type) {
        return messages.stream()
                .filter(message -> message.path("type").asText().equals(type))
                .toList();
    }

    private Stream<JsonNode> results() {
        return ofType("next").stream()
                .map(next -> next.path("payload").path("data").path("changes"));
    }

    /** The messages of the subscription with this event. */
    List<JsonNode> events(String event) {
        return results()
                .filter(message -> message.path("event").asText().equals(event))
                .toList();
    }

    /** The changes received so far, each as {@code <stream>@<version>}. */
    List<String> changes() {
        return events("CHANGE").stream()
                .map(change -> change.path("subject").asText() + "@" + change.path("sequence"))
                .toList();
    }

    /** The cursor of the last message. Empty before the first one. */
    String lastCursor() {
        return results().reduce("", (before, message) -> message.path("cursor").asText(), (a, b) -> b);
    }

    /** Frees the memory of the messages so far. */
    void forget() {
        messages.clear();
    }

    /** Closes the connection. Nothing is received afterwards. */
    synchronized GraphQlSocketClient closeNow() {
        ignoring = true;
        close();
        return this;
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
