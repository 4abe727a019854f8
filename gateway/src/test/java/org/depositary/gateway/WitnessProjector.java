package org.depositary.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.depositary.gateway.log.LoggedEvent;
import org.depositary.gateway.projection.Projector;

/** A read model that keeps which changes it was given; it can be held up, and there is something it cannot read. */
@ApplicationScoped
public class WitnessProjector implements Projector {

    /** A source with this title. */
    public static final String UNREADABLE = "A book that the witness cannot read";

    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean readsAll;
    private volatile Duration labour = Duration.ZERO;

    /** Until the latch is open, it does not get on. */
    public CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    /** How long it is at work for a change, before the database hears of it again. */
    public void setLabour(Duration each) {
        labour = each;
    }

    public void readAll(boolean all) {
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
            Thread.sleep(labour.multipliedBy(batch.size()));
        } catch (InterruptedException stopping) {
            throw new SQLException(stopping);
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
}
