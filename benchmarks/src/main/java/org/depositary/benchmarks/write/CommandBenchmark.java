package org.depositary.benchmarks.write;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.ComparedSide;
import org.depositary.benchmarks.ConcurrentWorkers;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.benchmarks.fixture.PgBench;

/** HTTP commands that are answered with 201, compared with plain inserts into the same table. */
public final class CommandBenchmark implements Benchmark {

    private static final int CONNECTIONS = 16;
    private static final int SECONDS = 4;
    private static final int WARM_UP = 1;
    /** The service starts cold: its code is compiled only after tens of thousands of commands. */
    private static final int COLD_SECONDS = 120;

    private static final String COMMANDS = "commands";
    private static final String RAW = "pgbench";

    @Override
    public String name() {
        return "command";
    }

    @Override
    public String description() {
        return "HTTP command to 201 at the membership-service, relayed to Kafka, against pgbench";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        try (var servers = BenchmarkServers.start(run)) {
            run.say("  starting the membership-service");
            var service = servers.startService("membership-service");
            var database = servers.database("membership");
            var payload = SamplePayload.of(run);
            var raw = new PgBenchInsert(new PgBench(database, run.data()), payload);
            var curators = curators(service, servers.token("curator"), payload);
            try (var together = new ConcurrentWorkers<>(curators)) {
                run.say("  commands until the service is warm");
                together.run(COLD_SECONDS, CuratorClient::send);
                var rounds = run.inTurns(
                        name(),
                        WARM_UP,
                        List.of(
                                new ComparedSide(
                                        COMMANDS,
                                        () -> OutboxDrainRate.rate(
                                                database, () -> together.run(SECONDS, CuratorClient::send))),
                                new ComparedSide(RAW, () -> raw.run(1, CONNECTIONS, SECONDS))));
                run.report().ratio("HTTP command to 201", rounds, COMMANDS, RAW, "/s", BenchmarkTarget.atLeast(0.35));
            } finally {
                for (var curator : curators) {
                    curator.close();
                }
            }
        }
    }

    private static List<CuratorClient> curators(URI service, String token, SamplePayload payload) throws IOException {
        var curators = new ArrayList<CuratorClient>();
        for (int i = 0; i < CONNECTIONS; i++) {
            curators.add(new CuratorClient(service, token, "measured-" + i, payload));
        }
        return curators;
    }
}
