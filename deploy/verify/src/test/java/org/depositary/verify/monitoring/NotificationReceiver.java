package org.depositary.verify.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** An HTTP server that receives the notifications of Alertmanager. */
public final class NotificationReceiver implements AutoCloseable {

    /** @param alerts the names of the alerts in one notification */
    public record Notification(Set<String> alerts) {

        static Notification of(JsonNode body) {
            return new Notification(body.path("alerts")
                    .valueStream()
                    .map(alert -> alert.at("/labels/alertname").asText())
                    .collect(Collectors.toSet()));
        }
    }

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<Notification> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public NotificationReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    /** All notifications, in the order of arrival. */
    public List<Notification> received() {
        return List.copyOf(received);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(Notification.of(mapper.readTree(exchange.getRequestBody())));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
