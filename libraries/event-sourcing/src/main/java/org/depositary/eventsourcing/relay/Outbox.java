package org.depositary.eventsourcing.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.telemetry.TraceParent;

/**
 * Reads and deletes events that are not yet published (table {@code outbox}).
 *
 * <p>Statements that the relay repeats use an index if they run in an {@link IndexScanTransaction}, even if they were
 * planned when the tables were empty.
 */
public final class Outbox {

    /**
     * An event with everything that its Kafka record needs.
     *
     * @param asked how many times its publication was requested
     * @param cause the trace of its command; empty if the command was not traced
     */
    record Unpublished(
            long seq,
            int asked,
            Optional<TraceParent> cause,
            String streamId,
            int version,
            UUID id,
            String name,
            int schemaVersion,
            String data,
            String actor,
            OffsetDateTime recordedAt) {}

    /**
     * A row of the outbox.
     *
     * @param asked how many times publication of the event was requested
     * @param cause the trace of the command that recorded the event
     */
    record Waiting(long seq, int asked, Optional<TraceParent> cause) {}

    /**
     * The size of the backlog.
     *
     * @param events the number of events, at most {@link #MOST_COUNTED}
     * @param seconds since the oldest of them was recorded
     */
    public record Depth(long events, double seconds) {}

    /** Larger backlogs are not counted to their end, so that a measurement costs the same whatever waits. */
    static final int MOST_COUNTED = 100_000;

    private Outbox() {}

    /** The first {@code limit} events in the outbox, in the order of {@code seq}. */
    static List<Unpublished> next(Connection connection, int limit) throws SQLException {
        return events(connection, first(connection, limit));
    }

    /**
     * The first {@code limit} rows of the outbox, in the order of {@code seq}. If a version of a stream is among them,
     * all earlier waiting versions of that stream are too, because versions commit in order.
     */
    static List<Waiting> first(Connection connection, int limit) throws SQLException {
        var sql = "SELECT seq, asked, traceparent FROM outbox ORDER BY seq LIMIT ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, limit);
            var rows = select.executeQuery();
            var waiting = new ArrayList<Waiting>();
            while (rows.next()) {
                waiting.add(new Waiting(
                        rows.getLong(1),
                        rows.getInt(2),
                        Optional.ofNullable(rows.getString(3)).map(TraceParent::new)));
            }
            return waiting;
        }
    }

    /** The events of these rows, in the order of {@code seq}. */
    static List<Unpublished> events(Connection connection, List<Waiting> waiting) throws SQLException {
        // Looks up each event by its key, because a join could read the whole event table.
        var sql = """
                SELECT seq, stream_id, version, id, type, schema_version, data, meta ->> 'actor', recorded_at
                FROM event WHERE seq = ANY (?) ORDER BY seq
                """;
        var bySeq = waiting.stream().collect(Collectors.toMap(Waiting::seq, Function.identity()));
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, waiting.stream().mapToLong(Waiting::seq).toArray());
            var rows = select.executeQuery();
            var events = new ArrayList<Unpublished>();
            while (rows.next()) {
                var row = bySeq.get(rows.getLong(1));
                events.add(new Unpublished(
                        row.seq(),
                        row.asked(),
                        row.cause(),
                        rows.getString(2),
                        rows.getInt(3),
                        rows.getObject(4, UUID.class),
                        rows.getString(5),
                        rows.getInt(6),
                        rows.getString(7),
                        rows.getString(8),
                        rows.getObject(9, OffsetDateTime.class)));
            }
            return events;
        }
    }

    /**
     * Deletes published events from the outbox, except events whose publication was requested again meanwhile.
     *
     * @return the number of deleted rows
     */
    static int delete(Connection connection, List<Unpublished> published) throws SQLException {
        var seqs = published.stream()
                .collect(Collectors.groupingBy(
                        Unpublished::asked, Collectors.mapping(Unpublished::seq, Collectors.toList())));
        int deleted = 0;
        try (var delete = connection.prepareStatement("DELETE FROM outbox WHERE seq = ANY (?) AND asked = ?")) {
            for (var each : seqs.entrySet()) {
                delete.setObject(
                        1, each.getValue().stream().mapToLong(seq -> seq).toArray());
                delete.setInt(2, each.getKey());
                deleted += delete.executeUpdate();
            }
        }
        return deleted;
    }

    /**
     * Puts every event from {@code fromSeq} on into the outbox again, for a topic that was lost. Includes events that
     * are in the outbox already and may be in the process of being sent.
     *
     * @return the number of these events
     */
    public static long republish(Connection connection, long fromSeq) throws SQLException {
        var sql = """
                INSERT INTO outbox AS o (seq) SELECT seq FROM event WHERE seq >= ? ORDER BY seq
                ON CONFLICT (seq) DO UPDATE SET asked = o.asked + 1
                """;
        try (var insert = connection.prepareStatement(sql)) {
            insert.setLong(1, fromSeq);
            return insert.executeLargeUpdate();
        }
    }

    /** The current size of the backlog. */
    public static Depth depth(Connection connection) throws SQLException {
        var sql = """
                SELECT (SELECT count(*) FROM (SELECT FROM outbox LIMIT %d) AS counted),
                       coalesce(extract(epoch FROM clock_timestamp() - (
                           SELECT recorded_at FROM event WHERE seq = (SELECT min(seq) FROM outbox))), 0)
                """.formatted(MOST_COUNTED);
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            row.next();
            return new Depth(row.getLong(1), row.getDouble(2));
        }
    }
}
