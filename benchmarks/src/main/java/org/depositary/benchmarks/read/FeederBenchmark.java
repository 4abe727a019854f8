package org.depositary.benchmarks.read;

import java.sql.SQLException;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.benchmarks.fixture.GatewayDatabaseProbe;

/** Compares the gateway's feeder with a consumer that discards the records. */
public final class FeederBenchmark implements Benchmark {

    private static final String FEEDER = "feeder";
    private static final String BARE = "bare consumer";

    @Override
    public String name() {
        return "feeder";
    }

    @Override
    public String description() {
        return "Kafka into the change log, 200,000 records, against a bare consumer of the same records";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        try (var servers = BenchmarkServers.start(run);
                var sample = new SampleRegisterPublisher(servers.kafka())) {
            run.say("  publishing");
            sample.publish(Long.parseLong(System.getenv().getOrDefault("DEPOSITARY_BENCHMARK_RECORDS", "200000")));
            var bare = new DiscardingConsumer(servers.kafka());
            servers.startService("gateway");
            var gateway = new GatewayDatabaseProbe(servers.database("gateway"));
            gateway.awaitChanges(1);
            try (var projectors = gateway.database().connect()) {
                projectors.setAutoCommit(false);
                // The benchmark holds the locks of the projectors, as another replica would, so that only the feeder
                // works.
                projectors
                        .createStatement()
                        .execute("SELECT * FROM %s.position FOR UPDATE".formatted(gateway.readModels()));
                var rounds = run.inTurns(
                        "records into the change log",
                        new BenchmarkSide(FEEDER, () -> feed(gateway, sample)),
                        new BenchmarkSide(BARE, () -> {
                            long count = sample.prod("bare");
                            // The feeder reads the same records at the same time, but they are too few to matter.
                            return count / bare.read(count);
                        }));
                run.report().ratio("feeder, records", rounds, FEEDER, BARE, "/s", BenchmarkTarget.atLeast(0.2));
            }
        }
    }

    /**
     * Measures the feeder. The change log is emptied, so the feeder reads every partition from its start when the
     * next record arrives.
     */
    private static double feed(GatewayDatabaseProbe gateway, SampleRegisterPublisher sample)
            throws SQLException, InterruptedException {
        try (var connection = gateway.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT * FROM change_head FOR UPDATE");
            statement.execute("TRUNCATE change, stream_head, parked, feeder_offset");
            statement.execute("UPDATE change_head SET seq = 0, latest = '0001-01-01 00:00:00Z'");
            connection.commit();
        }
        long begun = System.nanoTime();
        long count = sample.prod("feeder");
        gateway.awaitChanges(count);
        return count * 1e9 / (System.nanoTime() - begun);
    }
}
