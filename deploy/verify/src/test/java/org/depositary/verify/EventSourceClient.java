package org.depositary.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A client of server-sent events that behaves like a browser's EventSource (HTML Living Standard): when the
 * connection breaks, it reconnects with its last id.
 */
final class EventSourceClient implements AutoCloseable {

    /** One dispatched event. */
    record Event(String id, String name, String data) {
        JsonNode json() {
            try {
                return GatewayAnswer.JSON.readTree(data);
            } catch (IOException e) {
                throw new AssertionError("an event without JSON: " + data, e);
            }
        }
    }

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread reader;
    private volatile String lastId;
    private volatile boolean closed;
    private volatile InputStream stream = InputStream.nullInputStream();

    private EventSourceClient(URI address, String lastId) {
        this.address = address;
        this.lastId = lastId;
        this.reader = Thread.ofVirtual().start(this::run);
    }

    static EventSourceClient to(URI address) {
        return new EventSourceClient(address, "");
    }

    static EventSourceClient resumed(URI address, String lastId) {
        return new EventSourceClient(address, lastId);
    }

    /** All events so far, in the order of arrival. */
    List<Event> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    List<Event> named(String name) {
        return events().stream().filter(event -> event.name().equals(name)).toList();
    }

    /** The number of events with this name. */
    int count(String name) {
        return counts.getOrDefault(name, new AtomicInteger()).get();
    }

    String lastId() {
        return lastId;
    }

    /** The number of connections so far. */
    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        try {
            stream.close();
            reader.join(TimeUnit.SECONDS.toMillis(5));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            http.shutdownNow();
        }
    }

    private void run() {
        while (!closed) {
            try {
                read();
            } catch (IOException broken) {
                // Reconnects, like an EventSource.
            } catch (InterruptedException end) {
                return;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void read() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        var response = http.send(request.build(), BodyHandlers.ofInputStream());
        stream = response.body();
        if (response.statusCode() != 200) {
            stream.close();
            return;
        }
        connections.incrementAndGet();
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            dispatch(lines);
        }
    }

    private void dispatch(BufferedReader lines) throws IOException {
        var block = new ArrayList<String>();
        for (var line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
            if (!line.isEmpty()) {
                block.add(line);
                continue;
            }
            var id = last(block, "id", lastId);
            var data = values(block, "data");
            if (!data.isEmpty()) {
                arrived(new Event(id, last(block, "event", "message"), String.join("\n", data)));
            }
            // Only a complete event changes the id: an incomplete one must be sent again.
            lastId = id;
            block.clear();
        }
    }

    private void arrived(Event event) {
        synchronized (events) {
            events.add(event);
        }
        counts.computeIfAbsent(event.name(), name -> new AtomicInteger()).incrementAndGet();
    }

    private static String last(List<String> block, String field, String otherwise) {
        var values = values(block, field);
        return values.isEmpty() ? otherwise : values.getLast();
    }

    private static List<String> values(List<String> block, String field) {
        return block.stream()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1))
                .map(value -> value.startsWith(" ") ? value.substring(1) : value)
                .toList();
    }
}
