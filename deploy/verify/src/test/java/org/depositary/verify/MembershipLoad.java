package org.depositary.verify;

import java.time.LocalDate;
import java.util.ArrayList;
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

/**
 * Random changes of memberships at a constant rate, with corrections, retractions and claims. Each writer has its own
 * organisations. A command that the timeline does not allow is refused and changes nothing.
 */
final class MembershipLoad implements AutoCloseable {

    private static final int WRITERS = 16;
    private static final List<String> PARTIES =
            List.of("AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "GR", "HU", "IE", "IT", "LU", "NL", "PT", "SE");
    private static final List<String> CHANGES = List.of("accession", "withdrawal", "observer-status");
    private static final int REQUESTS_PER_ORGANIZATION = 120;
    private static final int DAYS = 7_000;

    private final OriginClient curator;
    private final int perSecond;
    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private final Semaphore pace = new Semaphore(0);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch finished = new CountDownLatch(WRITERS);
    private final Map<String, AtomicInteger> accepted = new ConcurrentHashMap<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    MembershipLoad(OriginClient curator, int perSecond) {
        this.curator = curator;
        this.perSecond = perSecond;
    }

    void start() {
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            Thread.ofVirtual().start(() -> writeUntilStopped(number));
        }
        clock.scheduleAtFixedRate(pace::release, 0, TimeUnit.SECONDS.toNanos(1) / perSecond, TimeUnit.NANOSECONDS);
    }

    /** The number of accepted commands: {@code recorded}, {@code corrections}, {@code retraction}, {@code claims}. */
    int accepted(String command) {
        return accepted.getOrDefault(command, new AtomicInteger()).get();
    }

    int accepted() {
        return accepted.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** Responses other than success and refusal. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    private void writeUntilStopped(int writer) {
        var random = new Random(writer);
        try {
            for (int n = 0; !stopping; n++) {
                var organization = "fold-%s-%d-%d".formatted(run, writer, n);
                curator.put("/api/organizations/" + organization, CommandBodies.organization("Fold"))
                        .expect(201);
                writeTo(organization, random);
            }
        } finally {
            finished.countDown();
        }
    }

    private void writeTo(String organization, Random random) {
        var facts = new ArrayList<String>();
        for (int i = 0; i < REQUESTS_PER_ORGANIZATION; i++) {
            pace.acquireUninterruptibly();
            if (stopping) {
                return;
            }
            int turn = random.nextInt(10);
            if (facts.isEmpty() || turn < 5) {
                record(organization, random, facts);
            } else {
                var fact = facts.get(random.nextInt(facts.size()));
                switch (turn) {
                    case 5, 6, 7 -> send(fact, "corrections", Map.of("effective", date(random), "reason", "Misread"));
                    case 8 -> send(fact, "retraction", Map.of("reason", "Recorded twice"));
                    default ->
                        send(
                                fact,
                                "claims",
                                Map.of(
                                        "value",
                                        Map.of("effective", date(random)),
                                        "sources",
                                        List.of(CommandBodies.SOURCE)));
                }
            }
        }
    }

    private void record(String organization, Random random, List<String> facts) {
        var body = CommandBodies.change(
                PARTIES.get(random.nextInt(PARTIES.size())), CHANGES.get(random.nextInt(CHANGES.size())), date(random));
        var answer = curator.post("/api/organizations/%s/membership-changes".formatted(organization), body);
        if (counted("recorded", answer)) {
            facts.add(answer.header("Location"));
        }
    }

    private void send(String fact, String command, Map<String, Object> body) {
        var path = fact.substring(fact.indexOf("/api/"));
        counted(command, curator.post(path + "/" + command, body));
    }

    private boolean counted(String command, GatewayAnswer answer) {
        if (answer.status() == 201) {
            accepted.computeIfAbsent(command, name -> new AtomicInteger()).incrementAndGet();
            return true;
        }
        if (answer.status() != 409 && answer.status() != 422) {
            unexpected.add(command + ": " + answer.status() + " " + answer.text());
        }
        return false;
    }

    private static String date(Random random) {
        return LocalDate.of(2001, 1, 1).plusDays(random.nextInt(DAYS)).toString();
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        clock.shutdownNow();
        pace.release(WRITERS);
        finished.await();
    }
}
