package org.depositary.gateway.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** A server of a client that receives webhooks. It answers 200 until it is set otherwise. */
public final class TestReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A request as it arrived. */
    public record Received(
            String message, String timestamp, String signature, String contentType, String body, String remote) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        public String version() {
            return json().path("subject").asText() + "@"
                    + json().path("sequence").asInt();
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Received> answer = request -> 200;
    private volatile Map<String, String> headers = Map.of();

    public TestReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%d/hook?a=b".formatted(server.getAddress().getPort());
    }

    public TestReceiver answering(ToIntFunction<Received> status) {
        answer = status;
        return this;
    }

    public TestReceiver answering(int status) {
        return answering(request -> status);
    }

    public TestReceiver withHeaders(Map<String, String> response) {
        headers = response;
        return this;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<String> versions() {
        return received.stream().map(Received::version).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = exchange.getRequestHeaders();
            var arrived = new Received(
                    request.getFirst("webhook-id"),
                    request.getFirst("webhook-timestamp"),
                    request.getFirst("webhook-signature"),
                    request.getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    exchange.getRemoteAddress().toString());
            int status = answer.applyAsInt(arrived);
            received.add(arrived);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
