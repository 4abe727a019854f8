package org.depositary.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.depositary.verify.EventSourceClient.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client resumes after the last complete event, as the standard demands. */
class EventSourceClientTest {

    private final List<String> resumedFrom = new CopyOnWriteArrayList<>();
    private final HttpServer server = start();

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_event_that_broke_off_is_asked_for_again() {
        var address =
                URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
        try (var subscriber = EventSourceClient.to(address)) {
            await().until(() -> subscriber.events().size() >= 2);
            assertThat(subscriber.events()).extracting(Event::id).startsWith("1", "2");
            assertThat(subscriber.events()).extracting(Event::data).startsWith("one", "two\nlines");
            assertThat(subscriber.events()).extracting(Event::name).startsWith("change", "message");
            assertThat(resumedFrom).startsWith("", "1");
        }
    }

    /** Sends one complete event and half of the next; after the reconnect, sends that one completely. */
    private void answer(HttpExchange exchange) throws IOException {
        var lastId = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID"))
                .orElse("");
        resumedFrom.add(lastId);
        var stream = lastId.isEmpty()
                ? ": hello\n\nid: 1\nevent: change\ndata: one\n\nid: 2\ndata: tw"
                : "id: 2\ndata: two\ndata: lines\n\n";
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(stream.getBytes(UTF_8));
        exchange.close();
    }

    private HttpServer start() {
        try {
            var here = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            here.createContext("/", this::answer);
            here.start();
            return here;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
