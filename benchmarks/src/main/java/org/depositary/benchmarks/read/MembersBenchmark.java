package org.depositary.benchmarks.read;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.benchmarks.fixture.GatewayDatabaseProbe;
import org.depositary.benchmarks.fixture.PgBench;

/** Reads the members on a day as known at an instant: over HTTP, by plain SQL, and by XTDB. */
public final class MembersBenchmark implements Benchmark {

    private static final long NANOS = 1_000_000_000L;
    private static final int CONNECTIONS = 8;
    private static final int SECONDS = 4;
    /**
     * The number of seconds of requests before the measurement, because the code of a new gateway is not compiled
     * yet.
     */
    private static final int COLD_SECONDS = 30;

    private static final String HTTP = "HTTP";
    private static final String SQL = "pgbench";
    private static final String HTTP_ALONE = "HTTP, one asking";
    private static final String SQL_ALONE = "pgbench, one asking";
    private static final String WHOLE_ALONE = "pgbench, the whole answer, one asking";
    private static final String XTDB = "XTDB";
    private static final String KNOWN_AT = "2030-01-01T00:00:00Z";
    private static final int FIRST_DAY = (int) LocalDate.of(1950, 1, 1).toEpochDay();
    private static final int DAYS = 25_000;

    /** Selects a page of members with the fields of the response, in the simplest SQL. */
    private static final String QUESTION = """
            \\set organization random(0, 499)
            \\set day random(0, 24999)
            SELECT s.party, s.status, s.opened, s.closed, s.start_edtf, s.start_earliest, s.start_latest,
                   s.end_edtf, s.end_earliest, s.end_latest, s.sources, o.dissolved_edtf
            FROM SCHEMA.span s LEFT JOIN SCHEMA.organization o ON o.id = s.organization
                 AND o.recorded_from <= '2030-01-01' AND o.recorded_to > '2030-01-01'
            WHERE s.organization = 'org-' || lpad((:organization)::text, 3, '0')
              AND s.recorded_from <= '2030-01-01' AND s.recorded_to > '2030-01-01'
              AND s.start_earliest <= date '1950-01-01' + (:day)::int
              AND s.end_latest > date '1950-01-01' + (:day)::int
              AND (o.dissolved_latest IS NULL OR o.dissolved_latest > date '1950-01-01' + (:day)::int)
            ORDER BY s.party LIMIT 50;
            """;

    /**
     * Selects the same page with everything that the gateway's own query does: as of a position in the log, with
     * candidacies, and with the organisation in every row. The difference shows the cost of these. The target refers
     * to the simple query.
     */
    private static final String WHOLE = """
            \\set organization random(0, 499)
            \\set day random(0, 24999)
            WITH held AS (
                SELECT s.*, o.statement, o.changes, o.dissolved_edtf, o.dissolved_earliest, o.dissolved_latest,
                       o.dissolved_uncertain
                FROM SCHEMA.span s LEFT JOIN SCHEMA.organization o ON o.id = s.organization
                     AND o.seq_from <= 1000000 AND o.recorded_from <= '2030-01-01'
                     AND (o.seq_to > 1000000 OR o.recorded_to > '2030-01-01')
                WHERE s.organization = 'org-' || lpad((:organization)::text, 3, '0')
                  AND s.seq_from <= 1000000 AND s.recorded_from <= '2030-01-01'
                  AND (s.seq_to > 1000000 OR s.recorded_to > '2030-01-01')
                  AND s.start_earliest <= date '1950-01-01' + (:day)::int
                  AND s.end_latest > date '1950-01-01' + (:day)::int
                  AND (o.dissolved_latest IS NULL OR o.dissolved_latest > date '1950-01-01' + (:day)::int)),
            candidacy AS (
                SELECT DISTINCT ON (organization, party) * FROM held WHERE aspect = 'candidacy'
                ORDER BY organization, party, start_earliest DESC, start_latest DESC, opened DESC)
            SELECT * FROM (SELECT * FROM held WHERE aspect = 'status') s
            FULL JOIN candidacy c USING (organization, party)
            ORDER BY organization, party, coalesce(s.opened, c.opened) LIMIT 51;
            """;

    @Override
    public String name() {
        return "members";
    }

    @Override
    public String description() {
        return "members as of a day and an instant over 100,000 spans, against the bare SQL and against XTDB";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        try (var servers = BenchmarkServers.start(run)) {
            var address = servers.startService("gateway");
            var gateway = new GatewayDatabaseProbe(servers.database("gateway"));
            var memberships = LargeMembershipSample.all();
            run.say("  writing 100,000 spans");
            try (var connection = gateway.database().connect()) {
                SampleChangeLogWriter.write(connection, LargeMembershipSample.events(memberships));
            }
            gateway.awaitProjected();
            gateway.database().execute("VACUUM ANALYZE");
            var bench = new PgBench(gateway.database(), run.data());
            var question = QUESTION.replace("SCHEMA", gateway.readModels());
            var whole = WHOLE.replace("SCHEMA", gateway.readModels());
            run.say("  giving XTDB the same");
            try (var xtdb = XtdbNode.start(servers.newDatabase("xtdb"))) {
                xtdb.put(memberships);
                requireSame(address, xtdb);
                run.say("  questions until the gateway is warm");
                ask(() -> new Asking(new JsonHttpClient(address)), COLD_SECONDS);
                var rounds = run.inTurns(
                        "members as of",
                        new BenchmarkSide(HTTP, () -> ask(() -> new Asking(new JsonHttpClient(address)))),
                        new BenchmarkSide(SQL, () -> bench.run(question, CONNECTIONS, SECONDS, Map.of())),
                        new BenchmarkSide(HTTP_ALONE, () -> latency(new Asking(new JsonHttpClient(address)))),
                        new BenchmarkSide(SQL_ALONE, () -> bench.latency(question, SECONDS)),
                        new BenchmarkSide(WHOLE_ALONE, () -> bench.latency(whole, SECONDS)),
                        new BenchmarkSide(XTDB, () -> ask(() -> xtdb::members)));
                run.report().ratio("members as of, questions", rounds, HTTP, SQL, "/s", BenchmarkTarget.atLeast(0.3));
                run.report().ratio("members as of, questions", rounds, HTTP, XTDB, "/s", BenchmarkTarget.atLeast(5));
                run.report()
                        .ratio("members as of, p50", rounds, HTTP_ALONE, SQL_ALONE, " ms", BenchmarkTarget.atMost(3));
                run.report()
                        .ratio("members as of, p50", rounds, HTTP_ALONE, WHOLE_ALONE, " ms", BenchmarkTarget.none());
            }
        }
    }

    @FunctionalInterface
    interface Asker {
        void ask(String organization, LocalDate day) throws Exception;
    }

    private record Asking(JsonHttpClient reader) implements Asker {
        @Override
        public void ask(String organization, LocalDate day) throws Exception {
            reader.get(path(organization, day));
        }
    }

    private static String path(String organization, LocalDate day) {
        return "/api/organizations/%s/members?on=%s&known-at=%s".formatted(organization, day, KNOWN_AT);
    }

    private static double ask(Callable<Asker> askers) throws Exception {
        return ask(askers, SECONDS);
    }

    private static double ask(Callable<Asker> askers, int seconds) throws Exception {
        long until = System.nanoTime() + seconds * NANOS;
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                var asker = askers.call();
                counts.add(threads.submit(() -> askUntil(until, asker)));
            }
            long count = 0;
            for (var each : counts) {
                count += each.get();
            }
            return count / (double) seconds;
        }
    }

    private static long askUntil(long until, Asker asker) throws Exception {
        long count = 0;
        while (System.nanoTime() < until) {
            askAnything(asker);
            count++;
        }
        return count;
    }

    /** Returns the median response time in milliseconds, with one request at a time. */
    private static double latency(Asker asker) throws Exception {
        var nanos = LongStream.builder();
        long until = System.nanoTime() + SECONDS * NANOS;
        for (long began = System.nanoTime(); began < until; began = System.nanoTime()) {
            askAnything(asker);
            nanos.add(System.nanoTime() - began);
        }
        return new LatencyPercentiles(nanos.build().toArray()).percentile(0.5);
    }

    private static void askAnything(Asker asker) throws Exception {
        var random = ThreadLocalRandom.current();
        asker.ask(
                LargeMembershipSample.organization(random.nextInt(LargeMembershipSample.ORGANIZATIONS)),
                LocalDate.ofEpochDay(FIRST_DAY + random.nextInt(DAYS)));
    }

    /** Checks that the gateway and XTDB return the same number of members, so that the comparison is fair. */
    private static void requireSame(URI gateway, XtdbNode xtdb) throws Exception {
        var organization = LargeMembershipSample.organization(77);
        var day = LocalDate.of(1999, 9, 9);
        try (var reader = new JsonHttpClient(gateway)) {
            var page = new String(reader.get(path(organization, day) + "&limit=1000"), StandardCharsets.UTF_8);
            int told = page.split("\"party\":").length - 1;
            int known = xtdb.members(organization, day, 1000);
            if (told != known) {
                throw new IllegalStateException("The gateway returns %d members, XTDB %d".formatted(told, known));
            }
        }
    }
}
