package org.depositary.verify;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that read lists one after the other. Nothing is read again, so every failure is seen. */
final class ReadLoad implements AutoCloseable {

    private static final int READERS = 4;
    private static final long PAUSE_MILLIS = 50;
    private static final List<String> LISTS = List.of(
            "/api/organizations?limit=5",
            "/api/memberships?on=2010-06-01&limit=5",
            "/api/exercises?limit=5",
            "/api/documents?limit=5",
            "/api/changes?limit=5&" + ChangeFeedClient.FROM_THE_START);

    private final OriginClient reader;
    private final AtomicLong count = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ended = new CountDownLatch(READERS);
    private volatile boolean stopping;

    private ReadLoad(OriginClient reader) {
        this.reader = reader;
    }

    static ReadLoad start(OriginClient reader) {
        var load = new ReadLoad(reader);
        for (int i = 0; i < READERS; i++) {
            Thread.ofVirtual().start(load::readUntilStopped);
        }
        return load;
    }

    long count() {
        return count.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        ended.await();
    }

    private void readUntilStopped() {
        try {
            for (int n = 0; !stopping; n++) {
                read(LISTS.get(n % LISTS.size()));
                // The machine also has to run two builds of a service.
                FaultPause.millis(PAUSE_MILLIS);
            }
        } finally {
            ended.countDown();
        }
    }

    private void read(String list) {
        try {
            var answer = reader.trySend("GET", list, BodyPublishers.noBody());
            if (answer.status() == 200) {
                count.incrementAndGet();
            } else {
                failures.add("%s: %d %s".formatted(list, answer.status(), answer.text()));
            }
        } catch (IOException e) {
            failures.add("%s: %s".formatted(list, e));
        }
    }
}
