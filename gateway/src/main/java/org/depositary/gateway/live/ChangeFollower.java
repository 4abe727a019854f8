package org.depositary.gateway.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.log.LogCursorReader;
import org.depositary.gateway.log.LoggedCloudEventReader;

/** Follows the change log for other parts of the gateway: new changes come from memory, older ones from the database. */
@ApplicationScoped
public class ChangeFollower {

    private static final int MOST_FROM_MEMORY = 1_000;

    /**
     * A point of the log.
     *
     * @param recordedFrom the instant that was asked for; empty for a cursor
     * @param newest when the newest change up to the cursor was recorded
     */
    public record Point(Cursor cursor, Optional<Instant> recordedFrom, Instant newest) {}

    /**
     * Where a stream begins.
     *
     * @param cursor empty if the log does not contain the client's cursor
     * @param filter the client's filter; without the changes before its instant, if it gave one
     */
    public record Start(Optional<Cursor> cursor, ChangeFilter filter) {}

    /**
     * The next matching changes.
     *
     * @param upTo they are all that match up to this cursor
     */
    public record NextChanges(List<EncodedChange> changes, Cursor upTo) {

        /**
         * @param found the matching changes up to {@code end}, but at most {@code most}
         */
        static NextChanges of(List<EncodedChange> found, int most, Cursor end) {
            var changes = EncodedChange.firstOf(found);
            boolean isAll = changes.size() == found.size() && found.size() < most;
            return new NextChanges(changes, isAll ? end : changes.getLast().cursor());
        }
    }

    private final ChangeLogTail tail;
    private final ResumePointFinder resumePoints;
    private final LogCursorReader cursors;
    private final LoggedCloudEventReader log;
    private final GatewayDatabase database;

    ChangeFollower(
            ChangeLogTail tail,
            ResumePointFinder resumePoints,
            LogCursorReader cursors,
            LoggedCloudEventReader log,
            GatewayDatabase database) {
        this.tail = tail;
        this.resumePoints = resumePoints;
        this.cursors = cursors;
        this.log = log;
        this.database = database;
    }

    /** Runs the action whenever the log has new changes or was reset. It runs on the thread of the log, so it must be short. */
    public void onNewChanges(Runnable action) {
        tail.listen(new ChangeLogTail.Listener() {
            @Override
            public void changesAdded() {
                action.run();
            }

            @Override
            public void logWasReset(Cursor now) {
                action.run();
            }
        });
    }

    /**
     * Parses a {@code since}: a cursor or an instant. Without one, the point is now.
     *
     * @throws Problem if the text is neither, or if the log does not contain the cursor
     */
    public Point point(Optional<String> since) throws SQLException {
        var asked = since.map(ChangeFollower::parse);
        return database.snapshot(connection -> {
            var cursor = asked.isPresent()
                    ? resumePoints.find(connection, asked.get()).orElseThrow(ChangeFollower::unknownCursor)
                    : cursors.served(connection);
            var instant =
                    asked.filter(ResumePoint.From.class::isInstance).map(from -> ((ResumePoint.From) from).instant());
            return new Point(cursor, instant, log.newestRecordedAt(connection, cursor.seq()));
        });
    }

    /** The newest cursor that reads serve. */
    public Cursor newest() {
        return tail.ring().last();
    }

    /**
     * Where a stream begins: after a cursor, at an instant, or now.
     *
     * @throws Problem if {@code since} looks like an instant but is none
     */
    public Start start(Optional<String> since, ChangeFilter filter) throws SQLException {
        if (since.isEmpty()) {
            return new Start(Optional.of(newest()), filter);
        }
        var point = ResumePoint.parse(since.get());
        return new Start(
                database.snapshot(connection -> resumePoints.find(connection, point)),
                point instanceof ResumePoint.From(var instant) ? filter.recordedFrom(instant) : filter);
    }

    private static ResumePoint parse(String since) {
        try {
            return ResumePoint.parse(since);
        } catch (Problem malformed) {
            throw Problem.invalid("since", malformed.detail());
        }
    }

    private static Problem unknownCursor() {
        return Problem.invalid("since", "is an unknown cursor. Use an instant, such as 2026-01-31T12:00:00Z");
    }

    /** The cursor after which the log has all changes that were recorded at this instant or later. */
    public Cursor before(Instant instant) throws SQLException {
        return database.snapshot(connection ->
                resumePoints.find(connection, new ResumePoint.From(instant)).orElseThrow());
    }

    /**
     * The next matching changes after the cursor: at most this number, and fewer if they are big. Empty if the log does
     * not contain the cursor.
     */
    public Optional<NextChanges> after(Cursor cursor, ChangeFilter filter, int most) throws SQLException {
        var inMemory = inMemory(cursor, filter, most);
        if (inMemory.isPresent()) {
            return inMemory;
        }
        var upTo = newest();
        return database.snapshot(connection -> cursors.contains(connection, cursor)
                ? Optional.of(read(connection, cursor, upTo, filter, most))
                : Optional.empty());
    }

    /** As {@link #after}, but never blocks. Empty if the change after the cursor is not in memory. */
    public Optional<NextChanges> inMemory(Cursor cursor, ChangeFilter filter, int most) {
        var ring = tail.ring();
        if (ring.last().equals(cursor)) {
            return Optional.of(new NextChanges(List.of(), cursor));
        }
        var changes = ring.after(cursor.seq(), MOST_FROM_MEMORY);
        return changes.isEmpty() || !changes.getFirst().cursor().epoch().equals(cursor.epoch())
                ? Optional.empty()
                : Optional.of(matching(changes, filter, most));
    }

    private static NextChanges matching(List<EncodedChange> changes, ChangeFilter filter, int most) {
        var found = changes.stream()
                .filter(each -> filter.matches(each.change()))
                .limit(most)
                .toList();
        return NextChanges.of(found, most, changes.getLast().cursor());
    }

    private NextChanges read(Connection connection, Cursor cursor, Cursor upTo, ChangeFilter filter, int most)
            throws SQLException {
        if (upTo.seq() <= cursor.seq()) {
            return new NextChanges(List.of(), cursor);
        }
        var found = EncodedChange.all(log.read(connection, cursor.seq(), upTo.seq(), filter, most));
        return NextChanges.of(found, most, log.cursor(connection, upTo.seq()));
    }
}
