package org.depositary.gateway.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.LoggedEvent;
import org.depositary.gateway.log.LoggedEventReader;
import org.jboss.logging.Logger;

/**
 * One projector at work: reads what the log has beyond its position, lets it project, and moves the position, all in
 * one transaction. The lock on the position row lets one replica at a time do so.
 */
final class ProjectorRunner {

    /** How far the projector and the log are. */
    private record Place(long position, long head) {}

    private static final Logger LOG = Logger.getLogger(ProjectorRunner.class);
    private static final int FARTHEST = 5_000;
    private static final int FIRST = 500;
    /** Far below the time after which PostgreSQL ends an idle transaction, which would begin the same work again. */
    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Projector projector;
    private final LoggedEventReader changes;
    private final ParkedStreamTable parked;
    private final Consumer<Duration> age;
    /** How far it goes in one transaction: the less, the more labour a change is, so that it gets on in any case. */
    private int pace = FIRST;

    /** @param age is told of every projected change how long ago it was recorded */
    ProjectorRunner(Projector projector, LoggedEventReader changes, Consumer<Duration> age) {
        this.projector = projector;
        this.changes = changes;
        this.parked = new ParkedStreamTable(projector.name());
        this.age = age;
    }

    /** The new position, or empty when another replica has it in hand. */
    OptionalLong advance(Connection connection) throws SQLException {
        var place = lockPosition(connection);
        if (place.isEmpty()) {
            return OptionalLong.empty();
        }
        long from = place.get().position();
        long upTo = Math.min(place.get().head(), from + pace);
        if (upTo > from) {
            long began = System.nanoTime();
            var batch =
                    readable(connection, changes.between(connection, from, upTo, projector.kinds(), projector.share()));
            project(connection, batch);
            moveTo(connection, upTo);
            adapt(upTo - from, System.nanoTime() - began);
            var now = Instant.now();
            batch.forEach(change -> age.accept(Duration.between(change.recordedAt(), now)));
        }
        return OptionalLong.of(Math.max(from, upTo));
    }

    /** The last transaction came to nothing: perhaps it was too long for the database, or for this process. */
    void failed() {
        pace = Math.max(1, pace / 8);
    }

    private void adapt(long done, long nanos) {
        if (nanos > LONG_NANOS) {
            pace = Math.max(1, pace / 2);
        } else if (done == pace && nanos < LONG_NANOS / 4) {
            pace = Math.min(FARTHEST, pace * 2);
        }
    }

    /** Tries the parked streams again: newer code may read what older code could not. False when another replica is at it. */
    boolean retryParked(Connection connection) throws SQLException {
        var place = lockPosition(connection);
        if (place.isPresent()) {
            retry(connection, place.get().position(), stream -> true);
        }
        return place.isPresent();
    }

    /**
     * The same of some streams only, once whoever projects has paused.
     *
     * @return by stream, the place of the change that could not be read and is read now
     */
    Map<String, Long> replayParked(Connection connection, Predicate<String> which) throws SQLException {
        long position;
        try (var select = connection.prepareStatement("SELECT seq FROM position WHERE projector = ? FOR UPDATE")) {
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

    /** The streams of which something could not be read. */
    private Set<String> projectOneByOne(Connection connection, List<LoggedEvent> batch) throws SQLException {
        Set<String> unread = new HashSet<>();
        for (var change : batch) {
            if (!unread.contains(change.streamId()) && !isProjected(connection, change)) {
                unread.add(change.streamId());
            }
        }
        return unread;
    }

    private boolean isProjected(Connection connection, LoggedEvent change) throws SQLException {
        var before = connection.setSavepoint();
        try {
            projector.project(connection, List.of(change));
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException | RuntimeException failure) {
            throwIfTransient(failure);
            connection.rollback(before);
            LOG.errorf(
                    "%s cannot read change %d; its stream %s is parked: %s",
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

    private Optional<Place> lockPosition(Connection connection) throws SQLException {
        // Not waited for until it is on the disk: what a crash takes back is projected once more from the log.
        var sql = """
                SELECT seq, (SELECT seq FROM change_head), set_config('synchronous_commit', 'off', true), %s
                FROM position WHERE projector = ? FOR UPDATE SKIP LOCKED
                """.formatted(GatewayDatabase.ROWS_BY_KEY);
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, projector.name());
            var row = select.executeQuery();
            return row.next() ? Optional.of(new Place(row.getLong(1), row.getLong(2))) : Optional.empty();
        }
    }

    private void moveTo(Connection connection, long seq) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE position SET seq = ? WHERE projector = ?")) {
            update.setLong(1, seq);
            update.setString(2, projector.name());
            update.executeUpdate();
        }
    }
}
