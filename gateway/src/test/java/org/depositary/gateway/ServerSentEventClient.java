package org.depositary.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of one stream of server-sent events. Parses events as the HTML Living Standard says. */
public final class ServerSentEventClient implements AutoCloseable {

    /** An event that was received completely. */
    public record Event(String id, String name, String data) {
        public JsonNode json() {
            try {
                return JSON.readTree(data);
            } catch (JsonProcessingException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile String lastId;
    private volatile int comments;
    private volatile long retryMillis;
    private volatile Instant endedAt = Instant.MAX;

    private ServerSentEventClient(URI address, String lastEventId) {
        this.lastId = lastEventId;
        var request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            this.response = http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
        Thread.ofVirtual().start(this::read);
    }

    public static ServerSentEventClient open(URI address) {
        return new ServerSentEventClient(address, "");
    }

    /** Connects with a last event id, as a client that reconnects does. */
    public static ServerSentEventClient resume(URI address, String lastEventId) {
        return new ServerSentEventClient(address, lastEventId);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var block = new ArrayList<String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    dispatch(block);
                    block.clear();
                } else {
                    block.add(line);
                }
            }
        } catch (IOException closed) {
            // Also runs if the client itself has closed the stream.
        } finally {
            endedAt = Instant.now();
        }
    }

    private void dispatch(List<String> block) {
        var id = field(block, "id").stream().reduce(lastId, (before, last) -> last);
        var data = field(block, "data");
        if (!data.isEmpty()) {
            events.add(new Event(id, String.join("", field(block, "event")), String.join("\n", data)));
        }
        comments += (int) block.stream().filter(line -> line.startsWith(":")).count();
        field(block, "retry").forEach(millis -> retryMillis = Long.parseLong(millis));
        lastId = id;
    }

    private static List<String> field(List<String> block, String name) {
        return block.stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .toList();
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** All events so far, in the order of arrival. */
    public List<Event> events() {
        return events;
    }

    /** The changes received so far, each as {@code <stream>@<version>}. */
    public List<String> changes() {
        return events.stream()
                .filter(event -> event.name().equals("change"))
                .map(Event::json)
                .map(event -> event.path("subject").asText() + "@" + event.path("sequence"))
                .toList();
    }

    public String lastId() {
        return lastId;
    }

    public int comments() {
        return comments;
    }

    public boolean hasEnded() {
        return endedAt.isBefore(Instant.MAX);
    }

    /** The time at which the stream ended. Far in the future while it is open. */
    public Instant endedAt() {
        return endedAt;
    }

    /** The last reconnect delay that the server sent, in milliseconds. */
    public long retryMillis() {
        return retryMillis;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException alreadyClosed) {
            // The connection is closed on purpose, so this error is expected.
        }
        http.shutdownNow();
    }
}
