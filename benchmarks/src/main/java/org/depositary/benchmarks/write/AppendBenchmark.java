package org.depositary.benchmarks.write;

import java.util.List;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.Run;
import org.depositary.benchmarks.Side;
import org.depositary.benchmarks.Target;
import org.depositary.benchmarks.fixture.Database;
import org.depositary.benchmarks.fixture.PgBench;
import org.depositary.benchmarks.fixture.Servers;
import org.depositary.benchmarks.fixture.WriteSchema;
import org.depositary.eventsourcing.relay.OutboxRelay;

/** Appends to the event store, alone and with the relay at work, against bare inserts of the same bytes. */
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
    public void run(Run run) throws Exception {
        try (var servers = Servers.start(run)) {
            var payload = Payload.of(run);
            var alone = WriteSchema.in(servers.newDatabase("alone"));
            var relayed = WriteSchema.in(servers.newDatabase("relayed"));
            var raw = new RawInsert(new PgBench(alone, run.data()), payload);
            try (var relay = Relays.of(servers, relayed)) {
                relay.start();
                measure(run, "append of 1", 1, payload, alone, relayed, relay, raw);
                measure(run, "append of 10", 10, payload, alone, relayed, relay, raw);
            }
        }
    }

    private static void measure(
            Run run,
            String what,
            int events,
            Payload payload,
            Database alone,
            Database relayed,
            OutboxRelay relay,
            RawInsert raw)
            throws Exception {
        try (var unpublished = new Appends(alone, payload, CONNECTIONS, events);
                var published = new Appends(relayed, payload, CONNECTIONS, events)) {
            var rounds = run.inTurns(
                    what,
                    WARM_UP,
                    List.of(
                            new Side(ALONE, () -> unpublished.run(SECONDS, () -> {}) / (double) SECONDS),
                            new Side(RAW, () -> raw.run(events, CONNECTIONS, SECONDS)),
                            new Side(RELAYED, () -> Drained.rate(relayed, () -> published.run(SECONDS, relay::wake)))));
            run.report().ratio(what, rounds, ALONE, RAW, "/s", Target.atLeast(0.75));
            run.report().ratio(what, rounds, RELAYED, RAW, "/s", Target.atLeast(0.55));
        }
    }
}
