package org.depositary.eventsourcing.relay;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A transaction whose statements find their rows by an index.
 *
 * <p>A session keeps the plan of a prepared statement. PostgreSQL plans a sequential scan for a table that it believes to
 * be empty, and would still read the whole table when it has a million rows. Without sequential scans, each statement of
 * the relay has one plan left. The setting ends with the transaction.
 */
final class IndexedTransaction {

    /** The statements of the transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    private IndexedTransaction() {}

    /** Runs the work and commits, or rolls back if it throws. The connection must be in autocommit mode. */
    static <T> T run(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            withoutSequentialScans(connection);
            T result = work.run();
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException failure) {
            rollBack(connection, failure);
            throw failure;
        }
    }

    private static void withoutSequentialScans(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL enable_seqscan = off");
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
