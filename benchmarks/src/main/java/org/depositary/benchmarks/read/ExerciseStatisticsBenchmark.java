package org.depositary.benchmarks.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.benchmarks.fixture.PgBench;
import org.depositary.benchmarks.read.SampleRegisterGenerator.Event;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/** Reads statistics of 5,000 exercises with 20,000 participations: over HTTP, and by plain SQL over the same tables. */
public final class ExerciseStatisticsBenchmark implements Benchmark {

    private static final long NANOS = 1_000_000_000L;
    private static final int SECONDS = 4;
    private static final int EXERCISES = 5_000;
    private static final int PARTIES_OF_AN_EXERCISE = 4;
    private static final int PARTIES = 60;
    private static final int DAYS = 15_000;
    private static final int COLD_REQUESTS = 300;
    private static final Instant RECORDED = Instant.parse("2025-01-01T00:00:00Z");

    /** The current versions, counted in the simplest SQL. */
    private static final Map<String, String> PLAIN = Map.of(
            "year", """
            SELECT extract(year FROM start_earliest)::int AS year, count(*), sum(days), sum(strength_least), sum(strength_most)
            FROM SCHEMA.exercise WHERE recorded_to = 'infinity' AND stands GROUP BY 1 ORDER BY 1 LIMIT 51;
            """,
            "party", """
            SELECT p.party, count(DISTINCT e.id), sum(e.days), sum(p.strength_least), sum(p.strength_most)
            FROM SCHEMA.exercise e JOIN SCHEMA.participation p ON p.exercise = e.id
            WHERE e.recorded_to = 'infinity' AND e.stands AND p.recorded_to = 'infinity'
            GROUP BY p.party ORDER BY p.party LIMIT 51;
            """,
            "pair", """
            SELECT a.party, b.party, count(*), sum(e.days), sum(a.strength_least + b.strength_least),
                   sum(a.strength_most + b.strength_most)
            FROM SCHEMA.exercise e JOIN SCHEMA.participation a ON a.exercise = e.id
            JOIN SCHEMA.participation b ON b.exercise = e.id AND b.party > a.party
            WHERE e.recorded_to = 'infinity' AND e.stands AND a.recorded_to = 'infinity' AND b.recorded_to = 'infinity'
            GROUP BY a.party, b.party ORDER BY a.party, b.party LIMIT 51;
            """);

    /** Each response has it, too. */
    private static final String PLAIN_TOTAL = """
            SELECT count(*), sum(days), sum(strength_least), sum(strength_most)
            FROM SCHEMA.exercise WHERE recorded_to = 'infinity' AND stands;
            """;

    @Override
    public String name() {
        return "exercise-statistics";
    }

    @Override
    public String description() {
        return "statistics of 5,000 exercises by year, party and pair, against the bare SQL";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        try (var servers = BenchmarkServers.start(run)) {
            var address = servers.startService("gateway");
            var gateway = new GatewayDatabaseProbe(servers.database("gateway"));
            run.say("  writing 5,000 exercises");
            try (var connection = gateway.database().connect()) {
                SampleChangeLogWriter.write(connection, events());
            }
            gateway.awaitProjected();
            gateway.database().execute("VACUUM ANALYZE");
            var bench = new PgBench(gateway.database(), run.data());
            try (var reader = new JsonHttpClient(address)) {
                for (var by : new TreeSet<>(PLAIN.keySet())) {
                    var sql = (PLAIN.get(by) + PLAIN_TOTAL).replace("SCHEMA", gateway.readModels());
                    compare(run, by, reader, bench, sql);
                }
            }
        }
    }

    private static void compare(BenchmarkRun run, String by, JsonHttpClient reader, PgBench bench, String sql)
            throws Exception {
        run.say("  requests until the gateway is warm");
        for (int i = 0; i < COLD_REQUESTS; i++) {
            reader.get(path(by));
        }
        var http = "HTTP by " + by;
        var plain = "pgbench by " + by;
        var rounds = run.inTurns(
                "statistics by " + by,
                new BenchmarkSide(http, () -> latency(reader, by)),
                new BenchmarkSide(plain, () -> bench.latency(sql, SECONDS)));
        run.report().ratio("exercise statistics, p50", rounds, http, plain, " ms", BenchmarkTarget.atMost(3));
    }

    private static String path(String by) {
        return "/api/exercises/statistics?by=" + by;
    }

    private static double latency(JsonHttpClient reader, String by) throws Exception {
        var nanos = LongStream.builder();
        long until = System.nanoTime() + SECONDS * NANOS;
        for (long began = System.nanoTime(); began < until; began = System.nanoTime()) {
            reader.get(path(by));
            nanos.add(System.nanoTime() - began);
        }
        return new LatencyPercentiles(nanos.build().toArray()).percentile(0.5);
    }

    private static List<Event> events() {
        var random = new Random(11);
        var parties = PartyLookup.all().stream()
                .map(Party::code)
                .filter(code -> code.length() == 2)
                .limit(PARTIES)
                .toList();
        var events = new ArrayList<Event>();
        for (int number = 0; number < EXERCISES; number++) {
            events.add(event(number, parties, random));
        }
        return events;
    }

    private static Event event(int number, List<String> parties, Random random) {
        var id = new UUID(random.nextLong(), random.nextLong());
        var start = LocalDate.of(1980, 1, 1).plusDays(random.nextInt(DAYS));
        var participants = random.ints(0, parties.size())
                .distinct()
                .limit(PARTIES_OF_AN_EXERCISE)
                .mapToObj(party -> """
                        {"party": "%s", "role": "participant", "strength": {"min": 100, "max": 200, "approximate": false}, \
                        "forces": []}""".formatted(parties.get(party)))
                .collect(Collectors.joining(", "));
        return new Event("exercise", "exercise-recorded", "exercise:" + id, 1, id, RECORDED, """
                {"id": "%s", "name": "Exercise %d", "kind": "exercise", "status": "completed", "organizations": ["org"], \
                "dates": "%s/%s", "phases": [], "participants": [%s], "sources": [{"title": "A data set"}]}""".formatted(
                        id, number, start, start.plusDays(random.nextInt(20)), participants));
    }
}
