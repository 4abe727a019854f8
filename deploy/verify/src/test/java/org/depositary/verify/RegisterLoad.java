package org.depositary.verify;

import static org.depositary.testing.Waiting.LIMIT;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.depositary.verify.RetriedRequest.Attempt;

/**
 * Several clients that together record facts at a fixed rate, as far as the installation accepts them. Recorded facts count, and
 * not requests: an array in one request counts each of its facts, and a refused command gives its place back. It rests when it has
 * recorded what it may, so that a slow reader on a busy machine is not left further behind with each round.
 */
final class RegisterLoad implements AutoCloseable {

    private static final int WRITERS = 16;

    private final OriginClient curator;
    private final int perSecond;
    private final long seed;
    private final String run = UUID.randomUUID().toString().substring(0, 6);
    /** Facts that may be recorded now. Fair, so that an array does not wait behind many single facts. */
    private final Semaphore due = new Semaphore(0, true);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch finished = new CountDownLatch(WRITERS);
    private final Map<String, AtomicInteger> recorded = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong turns = new AtomicLong();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicLong rests = new AtomicLong();
    private final long began = System.nanoTime();
    private long facts;
    private volatile long most;
    private volatile boolean stopping;

    private RegisterLoad(OriginClient curator, int perSecond, long seed) {
        this.curator = curator;
        this.perSecond = perSecond;
        this.seed = seed;
    }

    static RegisterLoad start(OriginClient curator, int perSecond, long seed) {
        var load = new RegisterLoad(curator, perSecond, seed);
        for (int writer = 0; writer < WRITERS; writer++) {
            load.startWriter(writer);
        }
        load.clock.scheduleAtFixedRate(load::tick, 0, TimeUnit.SECONDS.toNanos(1) / perSecond, TimeUnit.NANOSECONDS);
        return load;
    }

    private void tick() {
        if (facts < most) {
            facts++;
            due.release();
        } else {
            rests.incrementAndGet();
        }
    }

    /** Records at most so many further facts, then rests until the next call. */
    void goOnFor(int further) {
        most = recorded() + further;
    }

    private void startWriter(int number) {
        var writer = new RegisterWriter(this, curator, "load-%s-%d".formatted(run, number), new Random(seed + number));
        Thread.ofVirtual().start(() -> {
            try {
                writer.writeUntilStopped();
            } finally {
                finished.countDown();
            }
        });
    }

    boolean isStopping() {
        return stopping;
    }

    /** Counts the turns of all writers. */
    long nextTurn() {
        return turns.getAndIncrement();
    }

    /**
     * Sends a command when its facts are due.
     *
     * @return the paths of the recorded facts; none if the command was refused, or if the load stops
     */
    List<String> send(String command, int facts, Attempt attempt) {
        due.acquireUninterruptibly(facts);
        if (stopping) {
            return List.of();
        }
        requests.incrementAndGet();
        var answer = RetriedRequest.send(attempt, () -> {});
        if (answer.status() == 409 || answer.status() == 422) {
            refused.incrementAndGet();
            due.release(facts);
            return List.of();
        }
        if (answer.status() / 100 != 2) {
            unexpected.add("%s: %d %s".formatted(command, answer.status(), answer.text()));
            return List.of();
        }
        recorded.computeIfAbsent(command, name -> new AtomicInteger()).addAndGet(facts);
        return locations(answer);
    }

    private static List<String> locations(GatewayAnswer answer) {
        var body = answer.body();
        return body.isArray()
                ? StreamSupport.stream(body.spliterator(), false)
                        .map(result -> result.path("location").asText())
                        .toList()
                : List.of(body.path("location").asText());
    }

    /** The number of recorded facts by this command, as {@link RegisterWriter} names it. */
    int recorded(String command) {
        return recorded.getOrDefault(command, new AtomicInteger()).get();
    }

    int recorded() {
        return recorded.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** Answers other than success and refusal. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** The rate so far while it did not rest, and the wanted one. */
    String rate() {
        double resting = (double) rests.get() / perSecond;
        double writing = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1) - resting;
        return "%,d facts recorded in %.0f s, %.0f of %d a second, by %,d requests; %,d refused; %.0f s of rest"
                .formatted(
                        recorded(), writing, recorded() / writing, perSecond, requests.get(), refused.get(), resting);
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        clock.shutdownNow();
        due.release(WRITERS * RegisterWriter.LARGEST_ARRAY);
        if (!finished.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Writers still wait for an answer: " + rate());
        }
    }
}
