package org.depositary.gateway;

import static org.depositary.testing.Waiting.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.depositary.gateway.log.LoggedEvent;
import org.depositary.gateway.projection.Projector;

/**
 * A projector for tests that stores which events it received. A test can pause it, slow it down, or make events
 * unreadable.
 */
@ApplicationScoped
public class WitnessProjector implements Projector {

    /** The title of a source that makes an event unreadable for this projector. */
    public static final String UNREADABLE = "A book that the witness cannot read";

    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean readsAll;
    private volatile int most = Integer.MAX_VALUE;
    private final GatewayTableQueries log;

    WitnessProjector(GatewayTableQueries log) {
        this.log = log;
    }

    /** Pauses the projector until the returned latch reaches zero. */
    public CountDownLatch pause() {
        gate = new CountDownLatch(1);
        return gate;
    }

    /**
     * Sets the size of the largest batch that this projector can handle. In a larger batch it waits until the database
     * ends the transaction.
     */
    public void setLargestBatch(int changes) {
        most = changes;
    }

    public void setReadsAll(boolean all) {
        readsAll = all;
    }

    @Override
    public String name() {
        return "witness";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("membership");
    }

    @Override
    public void project(Connection connection, List<LoggedEvent> batch) throws SQLException {
        try {
            gate.await();
        } catch (InterruptedException stopping) {
            throw new SQLException(stopping);
        }
        if (batch.size() > most) {
            idleUntilTheSessionIsEnded(connection);
        }
        try (var create = connection.createStatement()) {
            create.execute(
                    "CREATE TABLE IF NOT EXISTS witnessed (seq bigint PRIMARY KEY, stream_id text, version int)");
        }
        try (var insert = connection.prepareStatement("INSERT INTO witnessed VALUES (?, ?, ?)")) {
            for (var change : batch) {
                if (!readsAll && change.data().toString().contains(UNREADABLE)) {
                    throw new IllegalArgumentException("I cannot read this");
                }
                insert.setLong(1, change.seq());
                insert.setString(2, change.streamId());
                insert.setInt(3, change.version());
                insert.executeUpdate();
            }
        }
    }

    private void idleUntilTheSessionIsEnded(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var row = statement.executeQuery("SELECT pg_backend_pid()");
            row.next();
            int session = row.getInt(1);
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = '1ms'");
            await().until(() -> log.select("SELECT 1 FROM pg_stat_activity WHERE pid = ?", session)
                    .isEmpty());
        }
    }
}
