package org.depositary.benchmarks.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Subscribes to the gateway's change stream and notes when each version of a stream arrived. */
final class ChangeStreamClient implements AutoCloseable {

    private final Socket socket;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    ChangeStreamClient(URI gateway) throws IOException {
        socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.getOutputStream()
                .write("GET /api/changes/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1 << 16);
        Thread.ofPlatform().name("live-stream").daemon().start(() -> follow(lines));
    }

    private void follow(BufferedReader lines) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: ") && line.contains("\"subject\": \"")) {
                    seen.put(
                            field(line, "\"subject\": \"", '"') + "@" + field(line, "\"sequence\": ", ','),
                            System.nanoTime());
                }
            }
        } catch (IOException closed) {
            // The exception is expected: close() ends the reading thread in this way.
        }
    }

    private static String field(String line, String before, char after) {
        int from = line.indexOf(before) + before.length();
        return line.substring(from, line.indexOf(after, from));
    }

    /** Waits until this version has arrived. Returns the time of its arrival, as {@link System#nanoTime}. */
    long seen(String version) throws InterruptedException {
        long latest = System.nanoTime() + 30_000_000_000L;
        while (!seen.containsKey(version)) {
            if (System.nanoTime() > latest) {
                throw new IllegalStateException(version + " was not seen");
            }
            Thread.sleep(1);
        }
        return seen.remove(version);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
