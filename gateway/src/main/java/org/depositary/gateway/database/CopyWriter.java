package org.depositary.gateway.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table, by PostgreSQL's COPY: the fastest way in, for one as for many. What is written is sent
 * at once, so that the server works while the next rows are made.
 */
public final class CopyWriter implements AutoCloseable {

    private static final int SENT_AT_BYTES = 1 << 15;

    private final CopyIn copy;
    private final CopyTextFormat text = new CopyTextFormat();

    private CopyWriter(CopyIn copy) {
        this.copy = copy;
    }

    /** Begins; nothing else can be done on the connection until it is closed. */
    public static CopyWriter into(Connection connection, String table, List<String> columns) throws SQLException {
        var statement = "COPY %s (%s) FROM STDIN".formatted(table, String.join(", ", columns));
        return new CopyWriter(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement));
    }

    /**
     * One row. A value is a text, JSON, a collection (an array of texts), an optional of these, or anything whose text
     * PostgreSQL reads.
     */
    public void add(List<Object> values) throws SQLException {
        text.row(values);
        if (text.size() >= SENT_AT_BYTES) {
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

    /** A copy that was not finished is not done, and the connection is free for what comes next. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
