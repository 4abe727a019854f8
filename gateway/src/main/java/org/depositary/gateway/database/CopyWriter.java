package org.depositary.gateway.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows into a table by PostgreSQL's COPY, which is faster than INSERT for any number of rows. It sends rows in
 * small pieces, so that the server works while the caller creates the next rows.
 */
public final class CopyWriter implements AutoCloseable {

    private static final int SEND_AT_BYTES = 1 << 15;

    private final CopyIn copy;
    private final CopyTextFormat text = new CopyTextFormat();

    private CopyWriter(CopyIn copy) {
        this.copy = copy;
    }

    /** Starts a COPY. The connection can do nothing else until the writer is closed. */
    public static CopyWriter open(Connection connection, String table, List<String> columns) throws SQLException {
        var statement = "COPY %s (%s) FROM STDIN".formatted(table, String.join(", ", columns));
        return new CopyWriter(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement));
    }

    /**
     * Adds one row. A value is a string, JSON, a collection (a text array), an optional of these, or any object whose
     * {@code toString} PostgreSQL can parse.
     */
    public void add(List<Object> values) throws SQLException {
        text.row(values);
        if (text.size() >= SEND_AT_BYTES) {
            send();
        }
    }

    public void finish() throws SQLException {
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(text.bytes(), 0, text.size());
        text.clear();
    }

    /** Cancels the COPY if it was not finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
