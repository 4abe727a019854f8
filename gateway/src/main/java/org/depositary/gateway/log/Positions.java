package org.depositary.gateway.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the database says about places in the change log: how far the read models are, and which cursors it knows. */
@ApplicationScoped
public class Positions {

    /** The position that every read model has reached: no answer to a client runs ahead of it. */
    public long served(Connection connection) throws SQLException {
        return cursor(connection).seq();
    }

    /** The same with its epoch, from the caller's transaction, so that it fits the rows that the caller reads. */
    public Cursor cursor(Connection connection) throws SQLException {
        var sql = "SELECT epoch, seq FROM served_position()";
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
