package org.depositary.benchmarks.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.ConcurrentWorkers;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.benchmarks.fixture.EventStoreSchema;
import org.depositary.benchmarks.fixture.PgBench;

/**
 * Compares commands over HTTP with a bare service that checks the same token and inserts one row, and with pgbench.
 * All insert into the same table on the same server. A command counts when its response is 201.
 */
public final class CommandBenchmark implements Benchmark {

    private static final int CONNECTIONS = 16;
    private static final int SECONDS = 4;
    private static final int WARM_UP = 1;
    /**
     * The number of seconds of commands before the measurement, because Java compiles the code of the service only
     * after tens of thousands of commands.
     */
    private static final int COLD_SECONDS = 120;

    private static final String COMMANDS = "commands";
    private static final String FLOOR = "bare resource";
    private static final String RAW = "pgbench";

    @Override
    public String name() {
        return "command";
    }

    @Override
    public String description() {
        return "HTTP command to 201 at the membership-service, relayed to Kafka, against a bare service and pgbench";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        try (var servers = BenchmarkServers.start(run)) {
            run.say("  starting the membership-service");
            var service = servers.startService("membership-service");
            var database = servers.database("membership");
            var payload = SamplePayload.of(run);
            var raw = new PgBenchInsert(new PgBench(database, run.data()), payload);
            var token = servers.token("curator");
            run.say("  starting the bare service");
            var floor = servers.startFloor(EventStoreSchema.in(servers.newDatabase("floor")));
            try (var curators =
                            new ConcurrentWorkers<>(clients(name -> new CuratorClient(service, token, name, payload)));
                    var inserts =
                            new ConcurrentWorkers<>(clients(name -> new FloorServiceClient(floor, token, payload)))) {
                run.say("  commands and bare inserts until both services are warm");
                curators.run(COLD_SECONDS, CuratorClient::send);
                inserts.run(COLD_SECONDS / 2, FloorServiceClient::send);
                var rounds = run.inTurns(
                        name(),
                        WARM_UP,
                        List.of(
                                new BenchmarkSide(
                                        COMMANDS,
                                        () -> OutboxDrainRate.rate(
                                                database, () -> curators.run(SECONDS, CuratorClient::send))),
                                new BenchmarkSide(
                                        FLOOR, () -> rate(() -> inserts.run(SECONDS, FloorServiceClient::send))),
                                new BenchmarkSide(RAW, () -> raw.run(1, CONNECTIONS, SECONDS))));
                run.report().ratio("HTTP command to 201", rounds, COMMANDS, FLOOR, "/s", BenchmarkTarget.atLeast(0.5));
                run.report().ratio("HTTP command to 201", rounds, COMMANDS, RAW, "/s", BenchmarkTarget.none());
            }
        }
    }

    private interface Connect<T> {
        T connect(String name) throws IOException;
    }

    private static <T> List<T> clients(Connect<T> connect) throws IOException {
        var clients = new ArrayList<T>();
        for (int i = 0; i < CONNECTIONS; i++) {
            clients.add(connect.connect("measured-" + i));
        }
        return clients;
    }

    private static double rate(Callable<Long> work) throws Exception {
        long begun = System.nanoTime();
        return work.call() * 1e9 / (System.nanoTime() - begun);
    }
}
