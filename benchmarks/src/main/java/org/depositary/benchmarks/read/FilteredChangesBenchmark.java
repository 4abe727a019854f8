package org.depositary.benchmarks.read;

import java.net.URI;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.LongStream;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.benchmarks.fixture.GatewayDatabaseProbe;

/** Compares filtered pages of the change log with unfiltered ones, over HTTP, and counts the rows that they read. */
public final class FilteredChangesBenchmark implements Benchmark {

    /**
     * A filter and its most rows.
     *
     * @param query the parameters of the URL
     * @param arrays the same filter as the arguments of {@code matching_changes}: organisations, parties, kinds, types, actors
     * @param mostRows the maximum number of rows and index entries that a page may read
     */
    private record Filter(String name, String query, String arrays, double mostRows) {}

    private static final long NANOS = 1_000_000_000L;
    private static final int SECONDS = 3;
    private static final int PAGE = 50;
    private static final int RARE = 20;
    private static final int MEETINGS = 10;
    private static final String UNFILTERED = "unfiltered";

    /**
     * Organisation half has every even change, and rare has 20. Party KZ has every odd change and 10 even ones. The
     * projectors of facts skip streams of documents, so the log needs no valid facts.
     */
    private static final String FILL = """
            INSERT INTO change (seq, epoch, latest, stream_id, version, event_id, kind, type, recorded_at, organizations,
                                parties, topic_id, part, off, cloudevent)
            SELECT n, 'bench', t, 'document:' || n, 1, gen_random_uuid(), 'exercise',
                   'org.depositary.exercise.exercise-recorded.v1', t,
                   CASE WHEN n %% 2 = 0 THEN ARRAY['half'] ELSE '{}' END
                       || CASE WHEN n %% (%1$d / %2$d) = 0 THEN ARRAY['rare'] ELSE '{}' END,
                   CASE WHEN n %% 2 = 1 OR n %% (%1$d / %3$d) = 0 THEN ARRAY['KZ'] ELSE '{}' END,
                   'bench', n %% 12, n,
                   jsonb_build_object('specversion', '1.0', 'id', n, 'type', 'org.depositary.exercise.exercise-recorded.v1',
                                      'sequence', 1, 'data', jsonb_build_object('name', repeat('exercise ', 30)))
            FROM generate_series(1, %1$d) n
            CROSS JOIN LATERAL (SELECT timestamptz '2026-01-01' + n * interval '1 second') r (t);
            UPDATE change_head SET seq = %1$d, latest = (SELECT latest FROM change WHERE seq = %1$d);
            """;

    @Override
    public String name() {
        return "filtered-changes";
    }

    @Override
    public String description() {
        return "filtered pages of a log of DEPOSITARY_BENCHMARK_CHANGES (1,000,000), against unfiltered pages";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        try (var servers = BenchmarkServers.start(run)) {
            var address = servers.startService("gateway");
            var gateway = new GatewayDatabaseProbe(servers.database("gateway"));
            run.say("  writing the change log");
            gateway.database().execute(FILL.formatted(changes(), RARE, MEETINGS));
            gateway.awaitProjected();
            for (var filter : filters()) {
                reportRows(run, gateway, filter);
            }
            compare(run, address);
        }
    }

    private static Filter[] filters() {
        return new Filter[] {
            new Filter("organisation without changes", "organization=none", "'{none}', '{}', '{}', '{}', '{}'", PAGE),
            new Filter(
                    "organisation of 20 changes", "organization=rare", "'{rare}', '{}', '{}', '{}', '{}'", 10 * RARE),
            new Filter(
                    "organisation of every second change",
                    "organization=half",
                    "'{half}', '{}', '{}', '{}', '{}'",
                    3 * PAGE),
            new Filter(
                    "two halves that meet 10 times",
                    "organization=half&party=KZ",
                    "'{half}', '{KZ}', '{}', '{}', '{}'",
                    changes() / 50.0)
        };
    }

    private static long changes() {
        return Long.parseLong(System.getenv().getOrDefault("DEPOSITARY_BENCHMARK_CHANGES", "1000000"));
    }

    private static void reportRows(BenchmarkRun run, GatewayDatabaseProbe gateway, Filter filter) throws SQLException {
        var page = "SELECT count(*) FROM matching_changes(0, %d, %s, '-infinity', %d)"
                .formatted(changes(), filter.arrays(), PAGE + 1);
        try (var connection = gateway.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET search_path = %s, public".formatted(gateway.readModels()));
            long before = number(statement, touched());
            long found = number(statement, page);
            long rows = number(statement, touched()) - before;
            run.report()
                    .figure(
                            "rows read for a page of %d, %s".formatted(Math.min(found, PAGE), filter.name()),
                            rows,
                            "",
                            BenchmarkTarget.atMost(filter.mostRows()));
        }
    }

    private static String touched() {
        return "SELECT sum(pg_stat_get_xact_tuples_returned(oid)) FROM pg_class "
                + "WHERE relname LIKE 'change%' AND relkind IN ('r', 'i')";
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void compare(BenchmarkRun run, URI gateway) throws Exception {
        try (var reader = new JsonHttpClient(gateway)) {
            for (var filter : filters()) {
                var rounds = run.inTurns(
                        "changes of the " + filter.name(),
                        new BenchmarkSide(filter.name(), () -> latency(reader, "&" + filter.query())),
                        new BenchmarkSide(UNFILTERED, () -> latency(reader, "")));
                run.report()
                        .ratio("filtered page, p50", rounds, filter.name(), UNFILTERED, " ms", BenchmarkTarget.none());
            }
        }
    }

    /** Returns the median response time in milliseconds, with one request at a time. */
    private static double latency(JsonHttpClient reader, String filter) throws Exception {
        var nanos = LongStream.builder();
        long until = System.nanoTime() + SECONDS * NANOS;
        for (long began = System.nanoTime(); began < until; began = System.nanoTime()) {
            reader.get("/api/changes?limit=" + PAGE + filter);
            nanos.add(System.nanoTime() - began);
        }
        return new LatencyPercentiles(nanos.build().toArray()).percentile(0.5);
    }
}
