package org.depositary.eventsourcing.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The events that are still to be published. */
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

    /** How much is waiting: number of events and seconds since the oldest was recorded. */
    public record Depth(long events, double seconds) {}

    private Outbox() {}

    static List<Unpublished> next(Connection connection, int limit) throws SQLException {
        // The limit stands in the sub-select: PostgreSQL may plan the plain join with LIMIT as a scan of all events.
        var sql = """
                SELECT o.seq, o.asked, e.stream_id, e.version, e.id, e.type, e.schema_version, e.data, e.meta ->> 'actor',
                       e.recorded_at
                FROM (SELECT seq, asked FROM outbox ORDER BY seq LIMIT ?) o JOIN event e USING (seq)
                ORDER BY o.seq
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, limit);
            var rows = select.executeQuery();
            var events = new ArrayList<Unpublished>();
            while (rows.next()) {
                events.add(new Unpublished(
                        rows.getLong(1),
                        rows.getInt(2),
                        rows.getString(3),
                        rows.getInt(4),
                        rows.getObject(5, UUID.class),
                        rows.getString(6),
                        rows.getInt(7),
                        rows.getString(8),
                        rows.getString(9),
                        rows.getObject(10, OffsetDateTime.class)));
            }
            return events;
        }
    }

    /** Deletes what was published, unless it was asked for again meanwhile. */
    static void delete(Connection connection, List<Unpublished> published) throws SQLException {
        var sql = """
                DELETE FROM outbox o USING unnest(?::bigint[], ?::int[]) AS sent (seq, asked)
                WHERE o.seq = sent.seq AND o.asked = sent.asked
                """;
        try (var delete = connection.prepareStatement(sql)) {
            var seqs = published.stream().map(Unpublished::seq).toArray();
            var asked = published.stream().map(Unpublished::asked).toArray();
            delete.setArray(1, connection.createArrayOf("bigint", seqs));
            delete.setArray(2, connection.createArrayOf("int", asked));
            delete.executeUpdate();
        }
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
                       coalesce(extract(epoch FROM clock_timestamp() - e.recorded_at), 0)
                FROM (SELECT min(seq) AS seq FROM outbox) o LEFT JOIN event e USING (seq)
                """;
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            row.next();
            return new Depth(row.getLong(1), row.getDouble(2));
        }
    }
}
