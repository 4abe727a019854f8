package org.depositary.eventsourcing.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The events that are still to be published.
 *
 * <p>Each statement that the relay repeats finds its rows by an index if it runs in an {@link IndexedTransaction}, whatever
 * the tables were like when it was planned.
 */
public final class Outbox {

    /**
     * An event as it is published.
     *
     * @param asked how often that was asked for
     */
    record Unpublished(
            long seq,
            int asked,
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
     * @param asked how often publication was asked for
     */
    record Waiting(long seq, int asked) {}

    /** How much is waiting: number of events and seconds since the oldest was recorded. */
    public record Depth(long events, double seconds) {}

    private Outbox() {}

    /** The first events in the outbox, in the order of their seq. */
    static List<Unpublished> next(Connection connection, int limit) throws SQLException {
        return events(connection, first(connection, limit));
    }

    /**
     * The first rows of the outbox, in the order of their seq. If one version of a stream is among them, all earlier versions
     * of that stream that still wait are too, because versions of a stream commit in order.
     */
    static List<Waiting> first(Connection connection, int limit) throws SQLException {
        var sql = "SELECT seq, asked FROM outbox ORDER BY seq LIMIT ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, limit);
            var rows = select.executeQuery();
            var waiting = new ArrayList<Waiting>();
            while (rows.next()) {
                waiting.add(new Waiting(rows.getLong(1), rows.getInt(2)));
            }
            return waiting;
        }
    }

    /** The events of these rows of the outbox, in the order of their seq. */
    static List<Unpublished> events(Connection connection, List<Waiting> waiting) throws SQLException {
        // By key: of the ways in which PostgreSQL may join two tables, some read all events.
        var sql = """
                SELECT seq, stream_id, version, id, type, schema_version, data, meta ->> 'actor', recorded_at
                FROM event WHERE seq = ANY (?) ORDER BY seq
                """;
        var asked = waiting.stream().collect(Collectors.toMap(Waiting::seq, Waiting::asked));
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, waiting.stream().mapToLong(Waiting::seq).toArray());
            var rows = select.executeQuery();
            var events = new ArrayList<Unpublished>();
            while (rows.next()) {
                events.add(new Unpublished(
                        rows.getLong(1),
                        asked.get(rows.getLong(1)),
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
     * Deletes what was published, unless it was asked for again meanwhile.
     *
     * @return how many rows it has deleted
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
     * Puts every event from {@code fromSeq} on into the outbox again, also those that are there and perhaps on their way:
     * for a topic that was lost.
     *
     * @return how many these are
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

    /** How much is waiting now. */
    public static Depth depth(Connection connection) throws SQLException {
        var sql = """
                SELECT (SELECT count(*) FROM outbox),
                       coalesce(extract(epoch FROM clock_timestamp() - (
                           SELECT recorded_at FROM event WHERE seq = (SELECT min(seq) FROM outbox))), 0)
                """;
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            row.next();
            return new Depth(row.getLong(1), row.getDouble(2));
        }
    }
}
