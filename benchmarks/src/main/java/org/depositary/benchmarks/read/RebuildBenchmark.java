package org.depositary.benchmarks.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.benchmarks.fixture.GatewayDatabaseProbe;
import org.postgresql.PGConnection;

/** Compares the rebuild of all read models from the change log with COPY of the resulting rows. */
public final class RebuildBenchmark implements Benchmark {

    private static final String REBUILD = "rebuild";
    private static final String COPY = "COPY";
    private static final int CHUNK = 1 << 16;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String description() {
        return "all read models from a change log of DEPOSITARY_BENCHMARK_CHANGES (1,000,000), against COPY";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        try (var servers = BenchmarkServers.start(run)) {
            servers.startService("gateway");
            var gateway = new GatewayDatabaseProbe(servers.database("gateway"));
            first(run, gateway);
            var rows = dump(gateway, run.data());
            double changes = gateway.changes();
            var rounds = run.inTurns(
                    "rebuild of %,.0f changes".formatted(changes),
                    new BenchmarkSide(REBUILD, () -> {
                        servers.administrator().execute("CHECKPOINT");
                        double seconds = rebuild(gateway);
                        requireSame(rows, rows(gateway));
                        return changes / seconds;
                    }),
                    new BenchmarkSide(COPY, () -> {
                        servers.administrator().execute("CHECKPOINT");
                        return changes / copy(gateway, run.data());
                    }));
            run.report().ratio("rebuild, changes", rounds, REBUILD, COPY, "/s", BenchmarkTarget.atLeast(0.5));
        }
    }

    /** Measures the first rebuild after the start of a gateway, as in an upgrade. */
    private static void first(BenchmarkRun run, GatewayDatabaseProbe gateway)
            throws SQLException, InterruptedException {
        run.say("  writing the change log");
        long count;
        try (var connection = gateway.database().connect()) {
            count = SampleChangeLogWriter.write(connection, changes());
        }
        long begun = System.nanoTime();
        gateway.awaitProjected();
        run.report()
                .figure(
                        "first build by a cold gateway",
                        "%,.0f changes/s".formatted(count * 1e9 / (System.nanoTime() - begun)));
    }

    private static long changes() {
        return Long.parseLong(System.getenv().getOrDefault("DEPOSITARY_BENCHMARK_CHANGES", "1000000"));
    }

    /** Empties the read models and resets their positions, so that the running gateway rebuilds them. */
    private static double rebuild(GatewayDatabaseProbe gateway) throws SQLException, InterruptedException {
        var schema = gateway.readModels();
        try (var connection = gateway.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET search_path = " + schema);
            statement.execute("SELECT * FROM position FOR UPDATE");
            statement.execute("TRUNCATE parked_stream, " + String.join(", ", tables(gateway)));
            statement.execute("UPDATE position SET seq = 0");
            connection.commit();
        }
        long begun = System.nanoTime();
        gateway.awaitProjected();
        return (System.nanoTime() - begun) / 1e9;
    }

    /**
     * Dumps each table to a file by {@code COPY}, and creates empty tables with the same definition. Returns the
     * numbers of rows.
     */
    private static List<Long> dump(GatewayDatabaseProbe gateway, Path directory) throws SQLException, IOException {
        var schema = gateway.readModels();
        try (var connection = gateway.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA copied");
            for (var table : tables(gateway)) {
                statement.execute("CREATE TABLE copied.%s (LIKE %s.%1$s INCLUDING ALL)".formatted(table, schema));
                try (var file = Files.newOutputStream(directory.resolve(table))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("COPY %s.%s TO STDOUT".formatted(schema, table), file);
                }
            }
        }
        return rows(gateway);
    }

    private static double copy(GatewayDatabaseProbe gateway, Path directory) throws SQLException, IOException {
        var tables = tables(gateway);
        try (var connection = gateway.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = copied");
            statement.execute("TRUNCATE " + String.join(", ", tables));
            long begun = System.nanoTime();
            for (var table : tables) {
                copy(connection, table, directory.resolve(table));
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private static void copy(Connection connection, String table, Path file) throws SQLException, IOException {
        try (var in = Files.newInputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY %s FROM STDIN".formatted(table), in, CHUNK);
        }
    }

    /** Returns the names of the tables of the read models, without the tables with the state of the projectors. */
    private static List<String> tables(GatewayDatabaseProbe gateway) throws SQLException {
        try (var connection = gateway.database().connect();
                var select = connection.prepareStatement("""
                        SELECT tablename FROM pg_tables
                        WHERE schemaname = ? AND tablename NOT IN ('position', 'parked_stream') ORDER BY tablename
                        """)) {
            select.setString(1, gateway.readModels());
            var row = select.executeQuery();
            var tables = new ArrayList<String>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }

    private static List<Long> rows(GatewayDatabaseProbe gateway) throws SQLException {
        var schema = gateway.readModels();
        var counts = new ArrayList<Long>();
        for (var table : tables(gateway)) {
            counts.add(gateway.database().number("SELECT count(*) FROM %s.%s".formatted(schema, table)));
        }
        return counts;
    }

    private static void requireSame(List<Long> first, List<Long> now) {
        if (!first.equals(now)) {
            throw new IllegalStateException("The first build made %s rows, this one %s".formatted(first, now));
        }
    }
}
