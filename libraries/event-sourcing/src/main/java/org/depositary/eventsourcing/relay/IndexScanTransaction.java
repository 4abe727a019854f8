package org.depositary.eventsourcing.relay;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Runs a transaction whose statements use index scans only.
 *
 * <p>A session keeps the plan of a prepared statement. PostgreSQL plans a sequential scan for a table that it believes
 * to be empty, and keeps that plan when the table has a million rows. So this class disables sequential scans until
 * the transaction ends.
 */
final class IndexScanTransaction {

    /** The statements to run in the transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    private IndexScanTransaction() {}

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
