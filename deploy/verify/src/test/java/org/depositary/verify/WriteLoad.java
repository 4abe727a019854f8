package org.depositary.verify;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * A rate of writes through the gateway, constant as long as a subscriber sees them. On a slow machine the writes wait
 * for the subscriber, because a growing backlog would only show the speed of the machine.
 *
 * <p>Each writer has its own streams and retries a write under one {@code Idempotency-Key} until the response is 201.
 * So every write is acknowledged in the end, and the length of a stream equals the number of its acknowledgements. This
 * shows both lost and repeated events.
 */
final class WriteLoad implements AutoCloseable {

    private static final int WRITERS = 20;
    private static final List<String> PARTIES =
            List.of("AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "GR", "HU", "IE");
    /** More than the writes during any outage of a fast machine. */
    private static final int MOST_UNSEEN = 5_000;
    /** For each party two accessions and two withdrawals, then the writer takes its next organisation. */
    private static final int TURNS = 4;
    /** Nine of ten requests are changes. */
    private static final int REQUESTS = TURNS * PARTIES.size() * 10 / 9;

    /** 201 for a new fact or document, 200 for a known document. */
    private static final Set<Integer> SUCCESS = Set.of(200, 201, 202);

    private sealed interface Request {
        record Fact(String path, Map<String, Object> body) implements Request {}

        record Document(String text) implements Request {}

        record Organization(String id) implements Request {}
    }

    private final OriginClient curator;
    private final int writesPerSecond;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Queue<AcknowledgedWrite> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Semaphore pace = new Semaphore(0);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch finished = new CountDownLatch(WRITERS);
    private final IntSupplier seen;
    private volatile boolean stopping;

    /** @param seen the number of events that a subscriber has seen, about as many as writes */
    WriteLoad(OriginClient curator, int writesPerSecond, IntSupplier seen) {
        this.curator = curator;
        this.writesPerSecond = writesPerSecond;
        this.seen = seen;
    }

    int writesPerSecond() {
        return writesPerSecond;
    }

    void start() {
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            Thread.ofVirtual().start(() -> writeUntilStopped(number));
        }
        var interval = TimeUnit.SECONDS.toNanos(1) / writesPerSecond;
        clock.scheduleAtFixedRate(this::tick, 0, interval, TimeUnit.NANOSECONDS);
    }

    /** Stops the load. Returns when every started write is acknowledged. */
    boolean stop(Duration atMost) throws InterruptedException {
        stopping = true;
        pace.release(WRITERS);
        return finished.await(atMost.toSeconds(), TimeUnit.SECONDS);
    }

    Collection<AcknowledgedWrite> acknowledged() {
        return new ArrayList<>(acknowledged);
    }

    long count() {
        return count.get();
    }

    /** The number of attempts, including those that had to be repeated. */
    long attempts() {
        return attempts.get();
    }

    /** The number of requests that had to be repeated, after a refusal or without an answer. Read it after the end. */
    long repeated() {
        return attempts.get() - requests.get();
    }

    /** The number of responses that asked to retry later. */
    long refused() {
        return refused.get();
    }

    /** Responses that no fault explains. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    @Override
    public void close() {
        stopping = true;
        clock.shutdownNow();
        pace.release(WRITERS);
    }

    private void tick() {
        // No more writes are due while none is answered, or too many are unseen.
        if (pace.availablePermits() < WRITERS && count.get() - seen.getAsInt() < MOST_UNSEEN) {
            pace.release();
        }
    }

    private void writeUntilStopped(int writer) {
        try {
            for (int n = 0; ; n++) {
                pace.acquireUninterruptibly();
                if (stopping) {
                    return;
                }
                int number = n / REQUESTS;
                var organization = "drill-%s-%d-%d".formatted(run, writer, number);
                if (n % REQUESTS == 0) {
                    writeUntilAcknowledged(new Request.Organization(organization));
                }
                writeUntilAcknowledged(request(organization, n % REQUESTS));
            }
        } finally {
            finished.countDown();
        }
    }

    /**
     * For each party in turn: accession and withdrawal, twice, each a day later; now and then an exercise or a
     * document in its own stream. A membership gets few changes, like a real one, so reading it costs as much as in production.
     */
    private static Request request(String organization, int n) {
        if (n % 10 == 9) {
            return n % 20 == 9
                    ? new Request.Fact("/api/exercises", CommandBodies.exercise("Exercise " + n, "2020-05", "FR", "DE"))
                    : new Request.Document(
                            "Minutes of meeting %d of %s. The members agreed.%n".formatted(n, organization));
        }
        var change = n - n / 10;
        var turn = change / PARTIES.size();
        var kind = turn % 2 == 0 ? "accession" : "withdrawal";
        var effective = LocalDate.of(2001, 1, 1).plusDays(turn).toString();
        return new Request.Fact(
                "/api/organizations/%s/membership-changes".formatted(organization),
                CommandBodies.change(PARTIES.get(change % PARTIES.size()), kind, effective));
    }

    private void writeUntilAcknowledged(Request request) {
        var key = UUID.randomUUID().toString();
        requests.incrementAndGet();
        var answer = RetriedRequest.send(
                () -> {
                    attempts.incrementAndGet();
                    return send(request, key);
                },
                refused::incrementAndGet);
        if (SUCCESS.contains(answer.status())) {
            acknowledged(request, answer).ifPresent(write -> {
                acknowledged.add(write);
                count.incrementAndGet();
            });
        } else {
            unexpected.add(answer.status() + " " + answer.text());
        }
    }

    private GatewayAnswer send(Request request, String key) throws IOException {
        return switch (request) {
            case Request.Fact(var path, var body) -> curator.tryPost(path, body, "Idempotency-Key", key);
            case Request.Organization(var id) ->
                curator.tryPut("/api/organizations/" + id, CommandBodies.organization("Drill " + id));
            // The id is the hash of the bytes, so a repeated upload needs no key.
            case Request.Document(var text) ->
                curator.trySend("POST", "/api/documents", BodyPublishers.ofString(text), "Content-Type", "text/plain");
        };
    }

    /** Empty for an organisation, because a repeated registration changes nothing. */
    private static Optional<AcknowledgedWrite> acknowledged(Request request, GatewayAnswer answer) {
        return switch (request) {
            case Request.Fact fact -> Optional.of(AcknowledgedWrite.of(answer));
            case Request.Document document -> Optional.of(AcknowledgedWrite.document(answer));
            case Request.Organization organization -> Optional.empty();
        };
    }
}
