package org.depositary.benchmarks.live;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Watches how long connections stay open after the kernel has accepted the last byte for them. */
final class StuckConnections implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;

    private record Waiting(long bytes, long sinceNanos) {}

    private final ServerConnections connections;
    private final Map<Integer, Waiting> open = new HashMap<>();
    private final Thread thread = Thread.ofPlatform().name("stuck-connections").unstarted(this::watch);
    private volatile boolean closed;
    private long longestNanos;

    StuckConnections(ServerConnections connections) {
        this.connections = connections;
        thread.start();
    }

    private void watch() {
        try {
            while (!closed) {
                compare(connections.waitingBytes(), System.nanoTime());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void compare(Map<Integer, Long> now, long nanos) {
        open.forEach((client, waiting) -> {
            if (!now.containsKey(client)) {
                longestNanos = Math.max(longestNanos, nanos - waiting.sinceNanos());
            }
        });
        open.keySet().retainAll(now.keySet());
        now.forEach((client, bytes) -> open.merge(
                client,
                new Waiting(bytes, nanos),
                (before, after) -> before.bytes() == after.bytes() ? before : after));
    }

    /** The longest time from the last accepted byte to the end of a connection. Call after {@link #close}. */
    double longestSeconds() {
        return longestNanos / 1e9;
    }

    /** The number of connections that are still open. Call after {@link #close}. */
    int open() {
        return open.size();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
