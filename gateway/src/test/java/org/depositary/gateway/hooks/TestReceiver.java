package org.depositary.gateway.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;

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
    private final AtomicInteger arrived = new AtomicInteger();
    private final List<String> serverNames = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Received> answer = request -> 200;
    private volatile Map<String, String> headers = Map.of();

    public TestReceiver() {
        this(Optional.empty());
    }

    private TestReceiver(Optional<SSLContext> tls) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = tls.isPresent() ? HttpsServer.create(address, 0) : HttpServer.create(address, 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        tls.ifPresent(context -> ((HttpsServer) server).setHttpsConfigurator(new HttpsConfigurator(context)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** A receiver with a certificate. */
    public static TestReceiver secure(SSLContext tls) {
        return new TestReceiver(Optional.of(tls));
    }

    public String url(String host) {
        var scheme = server instanceof HttpsServer ? "https" : "http";
        return "%s://%s:%d/".formatted(scheme, host, server.getAddress().getPort());
    }

    /** The TLS server names of all requests. */
    public List<String> serverNames() {
        return List.copyOf(serverNames);
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

    /** The number of requests that have arrived, with or without an answer. */
    public int arrived() {
        return arrived.get();
    }

    /** The requests that were answered. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<String> versions() {
        return received.stream().map(Received::version).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange instanceof HttpsExchange secure
                    && secure.getSSLSession() instanceof ExtendedSSLSession session) {
                session.getRequestedServerNames().forEach(name -> serverNames.add(((SNIHostName) name).getAsciiName()));
            }
            var header = exchange.getRequestHeaders();
            var request = new Received(
                    header.getFirst("webhook-id"),
                    header.getFirst("webhook-timestamp"),
                    header.getFirst("webhook-signature"),
                    header.getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    exchange.getRemoteAddress().toString());
            arrived.incrementAndGet();
            int status = answer.applyAsInt(request);
            received.add(request);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
