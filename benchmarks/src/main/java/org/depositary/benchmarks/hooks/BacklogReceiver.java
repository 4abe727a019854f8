package org.depositary.benchmarks.hooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A receiver that answers at once. It keeps the body of each message of a turn. */
final class BacklogReceiver implements AutoCloseable {

    private static final int NO_CONTENT = 204;
    /** It only ends a turn that hangs. */
    private static final long LONGEST_TURN_MINUTES = 10;

    private final HttpServer server;
    private volatile Map<String, byte[]> bodies = new ConcurrentHashMap<>();
    private volatile CountDownLatch missing = new CountDownLatch(0);

    BacklogReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    /** Forgets earlier messages. */
    void expect(int messages) {
        bodies = new ConcurrentHashMap<>();
        missing = new CountDownLatch(messages);
    }

    /** Waits until all expected messages have arrived. Returns their bodies by message id. */
    Map<String, byte[]> await() throws InterruptedException {
        if (!missing.await(LONGEST_TURN_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("%d messages have not arrived".formatted(missing.getCount()));
        }
        return bodies;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var isNew = bodies.put(exchange.getRequestHeaders().getFirst("webhook-id"), body) == null;
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            if (isNew) {
                missing.countDown();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
