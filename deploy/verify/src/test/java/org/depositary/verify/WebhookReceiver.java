package org.depositary.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A server that receives webhooks. */
final class WebhookReceiver implements AutoCloseable {

    /** A request as it arrived. */
    record Received(String message, JsonNode event) {

        String eventId() {
            return event.path("id").asText();
        }

        long seq() {
            var cursor = event.path("cursor").asText();
            return Long.parseLong(cursor.substring(cursor.lastIndexOf('.') + 1));
        }
    }

    private final HttpServer server;
    private final List<Received> accepted = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile Consumer<Received> afterAnswer = received -> {};

    WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Subscribes to all changes from now on. Returns the id of the webhook. */
    String subscribe(OriginClient client, Map<String, Object> fields) {
        var body = new HashMap<>(fields);
        body.put("url", "http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
        return client.post("/api/webhooks", body).expect(201).body().path("id").asText();
    }

    void answer(int code) {
        status = code;
    }

    /** Runs after the sender could read the whole answer. */
    void afterAnswer(Consumer<Received> action) {
        afterAnswer = action;
    }

    /** The requests that got a success status, in order of arrival. */
    List<Received> accepted() {
        return List.copyOf(accepted);
    }

    Set<String> acceptedEvents() {
        return accepted.stream().map(Received::eventId).collect(Collectors.toSet());
    }

    private void handle(HttpExchange exchange) throws IOException {
        var received = new Received(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                GatewayAnswer.JSON.readTree(exchange.getRequestBody()));
        int code = status;
        try (exchange) {
            if (code == 200) {
                accepted.add(received);
            }
            exchange.sendResponseHeaders(code, -1);
        }
        afterAnswer.accept(received);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
