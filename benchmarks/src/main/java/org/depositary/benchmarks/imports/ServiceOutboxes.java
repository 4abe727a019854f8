package org.depositary.benchmarks.imports;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;
import org.depositary.benchmarks.fixture.BenchmarkInstallation;

/** Queries the outboxes and events in the databases of the three services that publish events. */
record ServiceOutboxes(List<BenchmarkDatabase> databases) {

    private static final long BETWEEN_LOOKS = 100;

    static ServiceOutboxes of(BenchmarkInstallation installation) throws IOException {
        return new ServiceOutboxes(List.of(
                installation.database("membership"),
                installation.database("documents"),
                installation.database("exercises")));
    }

    /** Returns the number of events that are not yet published. */
    long waiting() throws SQLException {
        return sum("SELECT count(*) FROM outbox");
    }

    /** Returns the number of events that were recorded at this instant or later. */
    long recordedSince(Instant since) throws SQLException {
        return sum("SELECT count(*) FROM event WHERE recorded_at >= '%s'".formatted(since));
    }

    /**
     * Waits until all events are published or the time has passed. Returns the number of events that are still
     * unpublished.
     */
    long awaitEmpty(Duration atMost) throws SQLException, InterruptedException {
        long latest = System.nanoTime() + atMost.toNanos();
        long waiting = waiting();
        while (waiting > 0 && System.nanoTime() < latest) {
            Thread.sleep(BETWEEN_LOOKS);
            waiting = waiting();
        }
        return waiting;
    }

    private long sum(String sql) throws SQLException {
        long sum = 0;
        for (var database : databases) {
            sum += database.number(sql);
        }
        return sum;
    }
}
