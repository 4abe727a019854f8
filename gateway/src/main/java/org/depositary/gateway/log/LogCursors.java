package org.depositary.gateway.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the database says about places in the change log: how far the read models are, and which cursors it knows. */
@ApplicationScoped
public class LogCursors {

    /**
     * The place every read model has reached, in one row {@code served} of {@code epoch} and {@code seq}. The epoch is that
     * of the entry itself: a cursor from before a restore stays good for what was restored.
     */
    public static final String SERVED = """
            (SELECT coalesce(c.epoch, h.epoch) AS epoch, p.seq
             FROM (SELECT coalesce(min(seq), 0) AS seq FROM position) p
             CROSS JOIN change_head h LEFT JOIN change c ON c.seq = p.seq) served
            """;

    /** The place every read model has reached: what clients are told never runs ahead of it. */
    public long served(Connection connection) throws SQLException {
        return cursor(connection).seq();
    }

    /** The same with its epoch, read on the caller's transaction so that it fits the rows read there. */
    public Cursor cursor(Connection connection) throws SQLException {
        var sql = "SELECT epoch, seq FROM " + SERVED;
        try (var statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Cursor(row.getString(1), row.getLong(2));
        }
    }

    /** Whether this log knows the cursor: false for another database's, a lost history's, and one of the future. */
    public boolean knows(Connection connection, Cursor cursor) throws SQLException {
        var sql = """
                SELECT coalesce(c.epoch, h.epoch) = ?
                FROM change_head h LEFT JOIN change c ON c.seq = ? WHERE h.seq >= ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, cursor.epoch());
            statement.setLong(2, cursor.seq());
            statement.setLong(3, cursor.seq());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
