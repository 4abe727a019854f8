package org.depositary.gateway.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the change log for clients: filtered, in order, as CloudEvents. The data of an event about a fact has the member
 * {@code factChange}: what the event changed. The connection must be in a transaction with fixed
 * plans, as {@link org.depositary.gateway.database.GatewayDatabase#snapshot} begins it. Changes after the served position
 * may be missing, because the keys of the filters and {@code factChange} are read models.
 */
@ApplicationScoped
public class LoggedCloudEventReader {

    /** The subquery is a lookup by key for each change. A join could read the whole table. */
    private static final String COLUMNS = """
            SELECT c.epoch, c.seq, c.kind, c.type, c.recorded_at, c.organizations, c.parties, c.cloudevent ->> 'actor',
                   coalesce((SELECT jsonb_set(c.cloudevent, '{data,factChange}', f.change)
                             FROM fact_change f
                             WHERE f.seq = c.seq AND jsonb_typeof(c.cloudevent -> 'data') = 'object'), c.cloudevent)
            """;

    /** Returns the first {@code limit} matching changes with {@code after < seq <= upTo}, in order. */
    public List<LoggedCloudEvent> read(Connection connection, long after, long upTo, ChangeFilter filter, int limit)
            throws SQLException {
        return filter.namesValues()
                ? readByKeys(connection, after, upTo, filter, limit)
                : readInOrder(connection, after, upTo, filter, limit);
    }

    private static List<LoggedCloudEvent> readInOrder(
            Connection connection, long after, long upTo, ChangeFilter filter, int limit) throws SQLException {
        var sql = COLUMNS + "FROM change c WHERE seq > ? AND seq <= ? AND recorded_at >= ? ORDER BY seq LIMIT ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            select.setObject(3, recordedFrom(filter));
            select.setInt(4, limit);
            return changes(select);
        }
    }

    private static List<LoggedCloudEvent> readByKeys(
            Connection connection, long after, long upTo, ChangeFilter filter, int limit) throws SQLException {
        var sql =
                COLUMNS + "FROM matching_changes(?, ?, ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?, ?) c";
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            select.setObject(3, filter.organizations().toArray(String[]::new));
            select.setObject(4, filter.parties().toArray(String[]::new));
            select.setObject(5, filter.kinds().toArray(String[]::new));
            select.setObject(6, filter.types().toArray(String[]::new));
            select.setObject(7, filter.actors().toArray(String[]::new));
            select.setObject(8, recordedFrom(filter));
            select.setInt(9, limit);
            return changes(select);
        }
    }

    private static OffsetDateTime recordedFrom(ChangeFilter filter) {
        return filter.recordedFrom().map(LoggedCloudEventReader::timestamp).orElse(OffsetDateTime.MIN);
    }

    private static List<LoggedCloudEvent> changes(PreparedStatement select) throws SQLException {
        var rows = select.executeQuery();
        var changes = new ArrayList<LoggedCloudEvent>();
        while (rows.next()) {
            changes.add(change(rows));
        }
        return changes;
    }

    private static LoggedCloudEvent change(ResultSet row) throws SQLException {
        return new LoggedCloudEvent(
                new Cursor(row.getString(1), row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                list(row.getArray(6)),
                list(row.getArray(7)),
                Optional.ofNullable(row.getString(8)),
                row.getString(9));
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static List<String> list(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** Returns the cursor of a position in the log, with the epoch of that entry. */
    public Cursor cursor(Connection connection, long seq) throws SQLException {
        var sql = "SELECT coalesce(c.epoch, h.epoch) FROM change_head h LEFT JOIN change c ON c.seq = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, seq);
            var row = select.executeQuery();
            row.next();
            return new Cursor(row.getString(1), seq);
        }
    }

    /** Returns when the newest of the entries up to a position was recorded; the epoch of Unix if there are none. */
    public Instant newestRecordedAt(Connection connection, long seq) throws SQLException {
        try (var select = connection.prepareStatement("SELECT latest FROM change WHERE seq = ?")) {
            select.setLong(1, seq);
            var row = select.executeQuery();
            return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : Instant.EPOCH;
        }
    }

    /** Returns the position before the first entry that was recorded at or after the instant. */
    public long lastSeqBefore(Connection connection, Instant instant) throws SQLException {
        // The column latest never decreases, so an index finds the first entry that reaches the instant.
        var sql = """
                SELECT coalesce((SELECT seq - 1 FROM change WHERE latest >= ? ORDER BY latest, seq LIMIT 1), h.seq)
                FROM change_head h
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, timestamp(instant));
            var row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
