package org.depositary.benchmarks.write;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.benchmarks.fixture.EventStoreSchema;

/**
 * Measures how fast the relay publishes the first events of a small and of a large backlog. The planner statistics then say that the tables are empty.
 */
public final class BacklogBenchmark implements Benchmark {

    private static final int SMALL = 100_000;
    private static final int LARGE = 1_000_000;
    private static final int PUBLISHED = 50_000;
    /**
     * The maximum time of one measurement. After it, the rate is computed from the events that are published so far.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int STREAMS = 10_000;
    private static final long BETWEEN_LOOKS = 10;
    /**
     * The number of single events before the backlog. It is more than the five uses after which the driver and
     * PostgreSQL each keep a query plan.
     */
    private static final int SINGLES = 20;

    private static final String SMALL_SIDE = "of 100,000";
    private static final String LARGE_SIDE = "of 1,000,000";

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public String description() {
        return "the relay with 100,000 and with 1,000,000 events waiting: the first 50,000 until Kafka has them";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        try (var servers = BenchmarkServers.start(run)) {
            var database = EventStoreSchema.in(servers.newDatabase("backlog"));
            fill(run, database);
            var rounds = run.inTurns(
                    name(),
                    new BenchmarkSide(SMALL_SIDE, () -> rate(servers, database, SMALL)),
                    new BenchmarkSide(LARGE_SIDE, () -> rate(servers, database, LARGE)));
            run.report()
                    .ratio("backlog, first 50,000", rounds, LARGE_SIDE, SMALL_SIDE, "/s", BenchmarkTarget.atLeast(0.8));
            run.report().rate("backlog of 100,000, first 50,000", rounds, SMALL_SIDE, BenchmarkTarget.atLeast(10_000));
            run.report()
                    .rate("backlog of 1,000,000, first 50,000", rounds, LARGE_SIDE, BenchmarkTarget.atLeast(10_000));
        }
    }

    /** Analyzes the tables while they are empty, so that the planner statistics are wrong afterwards. */
    private static void fill(BenchmarkRun run, BenchmarkDatabase database) throws Exception {
        run.say("  recording 1,000,000 events");
        var payload = SamplePayload.of(run);
        database.execute("ALTER TABLE event SET (autovacuum_enabled = off)");
        database.execute("ALTER TABLE outbox SET (autovacuum_enabled = off)");
        database.execute("ANALYZE event");
        database.execute(
                """
                INSERT INTO event (stream_id, version, id, type, schema_version, data, meta, recorded_at)
                SELECT 'membership:backlog/' || n %% %1$d, n / %1$d + 1, uuidv7(), '%2$s', 1, '%3$s', '%4$s',
                       clock_timestamp()
                FROM generate_series(0, %5$d - 1) n
                """.formatted(STREAMS, SamplePayload.NAME, payload.json().replace("'", "''"), payload.meta(), LARGE));
    }

    /** Returns the number of published events per second since the commit of the backlog. */
    private static double rate(BenchmarkServers servers, BenchmarkDatabase database, int depth) throws Exception {
        empty(database);
        try (var relay = BenchmarkRelayFactory.of(servers, database);
                var topic = new TopicRecordCounter(servers.kafka(), BenchmarkRelayFactory.TOPIC)) {
            relay.start();
            for (int i = 0; i < SINGLES; i++) {
                database.execute("INSERT INTO outbox (seq) VALUES (1)");
                awaitEmpty(database);
            }
            long before = topic.offsets();
            leave(servers, database, depth);
            long begun = System.nanoTime();
            long published = 0;
            while (published < PUBLISHED && System.nanoTime() - begun < PATIENCE.toNanos()) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
                published = topic.offsets() - before;
            }
            return published * 1e9 / (System.nanoTime() - begun);
        }
    }

    /**
     * Writes the backlog. A lock makes the relay wait until the whole backlog is committed and on disk, because
     * writing it is not measured.
     */
    private static void leave(BenchmarkServers servers, BenchmarkDatabase database, int depth) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE");
            statement.execute("INSERT INTO outbox (seq) SELECT generate_series(1, %d)".formatted(depth));
            servers.administrator().execute("CHECKPOINT");
            connection.commit();
        }
    }

    private static void awaitEmpty(BenchmarkDatabase database) throws SQLException, InterruptedException {
        while (database.number("SELECT count(*) FROM outbox") > 0) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
        }
    }

    private static void empty(BenchmarkDatabase database) throws SQLException {
        database.execute("TRUNCATE outbox");
        database.execute("ANALYZE outbox");
    }
}
