package org.depositary.benchmarks.read;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;

/** Queries the database of the gateway directly, without the gateway. */
record GatewayDatabaseProbe(BenchmarkDatabase database) {

    private static final long BETWEEN_LOOKS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Returns the name of the database schema that contains the current read models. */
    String readModels() throws SQLException {
        try (var connection = database.connect();
                var select = connection.prepareStatement("""
                        SELECT nspname FROM pg_namespace WHERE nspname LIKE 'rm\\_%'
                        ORDER BY length(nspname) DESC, nspname DESC LIMIT 1
                        """)) {
            var rows = select.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    long changes() throws SQLException {
        return database.number("SELECT seq FROM change_head");
    }

    /** Waits until all read models have reached the end of the log. */
    void awaitProjected() throws SQLException, InterruptedException {
        await("SELECT h.seq = min(p.seq) FROM change_head h, %s.position p GROUP BY h.seq".formatted(readModels()));
    }

    void awaitChanges(long count) throws SQLException, InterruptedException {
        await("SELECT seq >= %d FROM change_head".formatted(count));
    }

    /**
     * Waits until the SQL condition holds. Uses one connection for all queries, because opening a connection costs
     * more than the query.
     */
    private void await(String condition) throws SQLException, InterruptedException {
        var latest = Instant.now().plus(PATIENCE);
        try (var connection = database.connect();
                var select = connection.prepareStatement(condition)) {
            while (!holds(select)) {
                if (Instant.now().isAfter(latest)) {
                    throw new IllegalStateException("The gateway did not reach the position within " + PATIENCE);
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
            }
        }
    }

    private static boolean holds(PreparedStatement condition) throws SQLException {
        try (var rows = condition.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
