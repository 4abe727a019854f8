package org.depositary.benchmarks.write;

import java.util.List;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.benchmarks.fixture.EventStoreSchema;
import org.depositary.benchmarks.fixture.PgBench;
import org.depositary.eventsourcing.relay.OutboxRelay;

/** Compares appends to the event store, with and without the relay, with plain inserts of the same bytes. */
public final class AppendBenchmark implements Benchmark {

    private static final int CONNECTIONS = 16;
    private static final int SECONDS = 2;
    private static final int WARM_UP = 2;
    private static final String ALONE = "store";
    private static final String RELAYED = "store, relayed";
    private static final String RAW = "pgbench";

    @Override
    public String name() {
        return "append";
    }

    @Override
    public String description() {
        return "store append, one event and ten, alone and relayed to Kafka, against pgbench";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        try (var servers = BenchmarkServers.start(run)) {
            var payload = SamplePayload.of(run);
            var alone = EventStoreSchema.in(servers.newDatabase("alone"));
            var relayed = EventStoreSchema.in(servers.newDatabase("relayed"));
            var raw = new PgBenchInsert(new PgBench(alone, run.data()), payload);
            try (var relay = BenchmarkRelayFactory.of(servers, relayed)) {
                relay.start();
                measure(run, "append of 1", 1, payload, alone, relayed, relay, raw);
                measure(run, "append of 10", 10, payload, alone, relayed, relay, raw);
            }
        }
    }

    private static void measure(
            BenchmarkRun run,
            String what,
            int events,
            SamplePayload payload,
            BenchmarkDatabase alone,
            BenchmarkDatabase relayed,
            OutboxRelay relay,
            PgBenchInsert raw)
            throws Exception {
        try (var unpublished = new AppendClients(alone, payload, CONNECTIONS, events);
                var published = new AppendClients(relayed, payload, CONNECTIONS, events)) {
            var rounds = run.inTurns(
                    what,
                    WARM_UP,
                    List.of(
                            new BenchmarkSide(ALONE, () -> unpublished.run(SECONDS, () -> {}) / (double) SECONDS),
                            new BenchmarkSide(RAW, () -> raw.run(events, CONNECTIONS, SECONDS)),
                            new BenchmarkSide(
                                    RELAYED,
                                    () -> OutboxDrainRate.rate(relayed, () -> published.run(SECONDS, relay::wake)))));
            run.report().ratio(what, rounds, ALONE, RAW, "/s", BenchmarkTarget.atLeast(0.75));
            run.report().ratio(what, rounds, RELAYED, RAW, "/s", BenchmarkTarget.atLeast(0.55));
        }
    }
}
