package org.depositary.eventsourcing.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The events that are still to be published. */
public final class Outbox {

    /** An event as it is published. */
    record Unpublished(
            long seq,
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
                SELECT o.seq, e.stream_id, e.version, e.id, e.type, e.schema_version, e.data, e.meta ->> 'actor',
                       e.recorded_at
                FROM (SELECT seq FROM outbox ORDER BY seq LIMIT ?) o JOIN event e USING (seq)
                ORDER BY o.seq
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, limit);
            var rows = select.executeQuery();
            var events = new ArrayList<Unpublished>();
            while (rows.next()) {
                events.add(new Unpublished(
                        rows.getLong(1),
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

    static void delete(Connection connection, List<Unpublished> published) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM outbox WHERE seq = ANY (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", published.stream().map(Unpublished::seq).toArray()));
            delete.executeUpdate();
        }
    }

    /**
     * Puts every event from {@code fromSeq} on into the outbox again: for a topic that was lost.
     *
     * @return how many were added
     */
    public static long republish(Connection connection, long fromSeq) throws SQLException {
        var sql = "INSERT INTO outbox (seq) SELECT seq FROM event WHERE seq >= ? ON CONFLICT DO NOTHING";
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
