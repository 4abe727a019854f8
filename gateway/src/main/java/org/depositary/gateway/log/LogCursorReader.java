package org.depositary.gateway.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the cursor that all read models have reached, and checks cursors of clients. */
@ApplicationScoped
public class LogCursorReader {

    /** The cursor that all read models have reached, as the caller's transaction sees them. */
    public Cursor served(Connection connection) throws SQLException {
        var sql = "SELECT epoch, seq FROM served_position()";
        try (var statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Cursor(row.getString(1), row.getLong(2));
        }
    }

    /**
     * Whether the cursor is in this log. False for a cursor of another database, of entries that were lost, or beyond
     * the end of the log.
     */
    public boolean contains(Connection connection, Cursor cursor) throws SQLException {
        if (cursor.isStart()) {
            return true;
        }
        var sql = "SELECT epoch = ? FROM change WHERE seq = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, cursor.epoch());
            statement.setLong(2, cursor.seq());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
