package org.depositary.benchmarks.live;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Publishes messages at a constant rate to a swarm of subscribers. Each message is late from the time when it was due. */
final class FanOutTrial implements AutoCloseable {

    /**
     * The result of a trial.
     *
     * @param sound whether each subscriber got each message once, in order, within a minute
     * @param deliveredPerSecond messages that all subscribers got, from the first message to the last delivery
     */
    record Result(boolean sound, long p50Millis, long p99Millis, double deliveredPerSecond) {}

    /** A rate that no publisher reaches. */
    private static final double UNLIMITED = 1e6;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final FanOutServer server;
    private final int subscribers;
    private SubscriberSwarm swarm;
    private long published;

    FanOutTrial(FanOutServer server, int subscribers) {
        this.server = server;
        this.subscribers = subscribers;
    }

    /** Measures one rate for some seconds. After a trial that is not sound, all subscribers connect again. */
    Result at(double rate, double seconds) throws IOException {
        connect();
        int count = (int) Math.max(1, rate * seconds);
        var latencies = swarm.countFrom(published + 1);
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begun + (long) (i * 1e9 / rate);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            server.publish(MessageMark.of(++published, due));
        }
        boolean all = await(() -> latencies.total() >= (long) count * subscribers);
        var result = new Result(
                all && swarm.isSound(),
                latencies.percentile(0.5),
                latencies.percentile(0.99),
                latencies.total() * 1e9 / (System.nanoTime() - begun));
        if (!result.sound()) {
            close();
        }
        return result;
    }

    /** Publishes messages as fast as possible. */
    Result burst(int messages) throws IOException {
        return at(UNLIMITED, messages / UNLIMITED);
    }

    private void connect() throws IOException {
        if (swarm == null) {
            var fresh = new SubscriberSwarm(server.stream(), subscribers);
            swarm = fresh;
            if (!await(() -> fresh.answered() == subscribers)) {
                throw new IOException(
                        "Only %d of %d subscribers were answered".formatted(fresh.answered(), subscribers));
            }
        }
    }

    /** A condition over the counters of the swarm. */
    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }

    private boolean await(Condition condition) {
        long latest = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (!condition.holds()) {
            if (System.nanoTime() > latest || !swarm.isSound()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        if (swarm != null) {
            swarm.close();
            swarm = null;
        }
    }
}
