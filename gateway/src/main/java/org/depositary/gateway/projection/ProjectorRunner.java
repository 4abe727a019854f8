package org.depositary.gateway.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.LoggedEvent;
import org.depositary.gateway.log.LoggedEventReader;
import org.jboss.logging.Logger;

/**
 * Runs one projector: reads the next events, projects them and advances the position, all in one transaction. The row lock
 * on the position lets only one replica do this at a time.
 */
final class ProjectorRunner {

    /** The position of the projector, and the position of the last entry of the log. */
    private record Positions(long projector, long head) {}

    private static final Logger LOG = Logger.getLogger(ProjectorRunner.class);
    private static final int LARGEST_BATCH = 5_000;
    private static final int FIRST_BATCH = 500;
    /**
     * Slowness alone makes batches no smaller than this; only failures do. Each batch reads the state of its streams,
     * so on a starved machine smaller batches would cost more per event and be slower still.
     */
    private static final int SMALLEST_SLOW_BATCH = 200;
    /**
     * Target duration of a transaction in nanoseconds. It is far below PostgreSQL's idle transaction timeout, which
     * would roll back a long batch again and again.
     */
    private static final long TOO_LONG_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Projector projector;
    private final LoggedEventReader changes;
    private final ParkedStreamTable parked;
    private final ProjectionObserver observer;
    /**
     * The number of log entries per transaction. It shrinks when projecting is slow, so that every transaction ends in
     * time.
     */
    private int batchSize = FIRST_BATCH;

    ProjectorRunner(Projector projector, LoggedEventReader changes, ProjectionObserver observer) {
        this.projector = projector;
        this.changes = changes;
        this.parked = new ParkedStreamTable(projector.name());
        this.observer = observer;
    }

    /** Projects one batch and returns the new position. Empty while another replica holds the lock. */
    OptionalLong advance(Connection connection) throws SQLException {
        var positions = lockPositions(connection);
        if (positions.isEmpty()) {
            return OptionalLong.empty();
        }
        long from = positions.get().projector();
        long upTo = Math.min(positions.get().head(), from + batchSize);
        if (upTo > from) {
            var began = Instant.now();
            long beganNanos = System.nanoTime();
            var events = projectRange(connection, from, upTo);
            storePosition(connection, upTo);
            adaptBatchSize(upTo - from, System.nanoTime() - beganNanos);
            observer.projected(connection, new ProjectedBatch(from, upTo, events, began));
        }
        return OptionalLong.of(Math.max(from, upTo));
    }

    /** Returns the events that were read. */
    private List<LoggedEvent> projectRange(Connection connection, long from, long upTo) throws SQLException {
        if (projector instanceof LogRangeProjector ranges) {
            ranges.project(connection, from, upTo);
            return List.of();
        }
        var batch = readable(connection, changes.between(connection, from, upTo, projector.kinds(), projector.share()));
        project(connection, batch);
        return batch;
    }

    /** Must be called after the commit of {@link #advance}. */
    void committed() {
        observer.committed();
    }

    /**
     * Must be called after a rollback. Makes the next batch smaller, because the transaction may have been too long.
     */
    void failed() {
        observer.rolledBack();
        batchSize = Math.max(1, batchSize / 8);
    }

    private void adaptBatchSize(long done, long nanos) {
        if (nanos > TOO_LONG_NANOS) {
            batchSize = Math.max(Math.min(batchSize, SMALLEST_SLOW_BATCH), batchSize / 2);
        } else if (done == batchSize && (batchSize < SMALLEST_SLOW_BATCH || nanos < TOO_LONG_NANOS / 4)) {
            batchSize = Math.min(LARGEST_BATCH, batchSize * 2);
        }
    }

    /**
     * Retries all parked streams, because newer code may be able to read them. Returns false while another replica
     * holds the lock.
     */
    boolean retryParked(Connection connection) throws SQLException {
        var positions = lockPositions(connection);
        if (positions.isPresent()) {
            retry(connection, positions.get().projector(), stream -> true);
        }
        return positions.isPresent();
    }

    /**
     * Retries the parked streams that match. Waits for the lock if another replica holds it.
     *
     * @return the streams that are no longer parked, each with the position of the event that was unreadable before
     */
    Map<String, Long> replayParked(Connection connection, Predicate<String> which) throws SQLException {
        long position;
        var sql = "SELECT seq, %s FROM position WHERE projector = ? FOR UPDATE".formatted(GatewayDatabase.FIXED_PLANS);
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, projector.name());
            var row = select.executeQuery();
            row.next();
            position = row.getLong(1);
        }
        return retry(connection, position, which);
    }

    private Map<String, Long> retry(Connection connection, long position, Predicate<String> which) throws SQLException {
        var before = parked.all(connection);
        before.keySet().removeIf(which.negate());
        for (var stream : before.entrySet()) {
            var waiting = changes.ofStream(connection, stream.getKey(), stream.getValue(), position);
            var unread = projectOneByOne(
                    connection, waiting.stream().filter(projector::reads).toList());
            if (unread.isEmpty()) {
                parked.remove(connection, stream.getKey());
            }
        }
        before.entrySet().removeAll(parked.all(connection).entrySet());
        return before;
    }

    private List<LoggedEvent> readable(Connection connection, List<LoggedEvent> batch) throws SQLException {
        if (batch.isEmpty()) {
            return batch;
        }
        var waiting = parked.all(connection).keySet();
        return batch.stream()
                .filter(change -> !waiting.contains(change.streamId()) && projector.reads(change))
                .toList();
    }

    private void project(Connection connection, List<LoggedEvent> batch) throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        var before = connection.setSavepoint();
        try {
            projector.project(connection, batch);
            connection.releaseSavepoint(before);
        } catch (SQLException | RuntimeException failure) {
            throwIfTransient(failure);
            connection.rollback(before);
            projectOneByOne(connection, batch);
        }
    }

    /** Projects each event on its own. Returns the streams with an event that could not be read. */
    private Set<String> projectOneByOne(Connection connection, List<LoggedEvent> batch) throws SQLException {
        Set<String> unread = new HashSet<>();
        for (var change : batch) {
            if (!unread.contains(change.streamId()) && !projectOrPark(connection, change)) {
                unread.add(change.streamId());
            }
        }
        return unread;
    }

    private boolean projectOrPark(Connection connection, LoggedEvent change) throws SQLException {
        var before = connection.setSavepoint();
        try {
            projector.project(connection, List.of(change));
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException | RuntimeException failure) {
            throwIfTransient(failure);
            connection.rollback(before);
            LOG.errorf(
                    "Projector %s cannot read event %d; its stream %s is parked. Replay it with newer code: %s",
                    projector.name(), change.seq(), change.streamId(), failure);
            LOG.debug(projector.name(), failure);
            parked.add(connection, change, failure);
            return false;
        }
    }

    private static void throwIfTransient(Exception failure) throws SQLException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && GatewayDatabase.isTransient(sql)) {
                throw sql;
            }
        }
    }

    private Optional<Positions> lockPositions(Connection connection) throws SQLException {
        // The commit does not wait for the disk. Rows that a crash loses are projected again from the log (ADR 20).
        var sql = """
                SELECT seq, (SELECT seq FROM change_head), set_config('synchronous_commit', 'off', true), %s
                FROM position WHERE projector = ? FOR UPDATE SKIP LOCKED
                """.formatted(GatewayDatabase.FIXED_PLANS);
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, projector.name());
            var row = select.executeQuery();
            return row.next() ? Optional.of(new Positions(row.getLong(1), row.getLong(2))) : Optional.empty();
        }
    }

    private void storePosition(Connection connection, long seq) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE position SET seq = ? WHERE projector = ?")) {
            update.setLong(1, seq);
            update.setString(2, projector.name());
            update.executeUpdate();
        }
    }
}
