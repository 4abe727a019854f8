package org.depositary.gateway.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions on the gateway's database. */
@ApplicationScoped
public class Database {

    /** What is done with the connection; it neither commits nor closes it. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One transaction: committed when the work returns, rolled back when it throws. */
    public <T> T transaction(Work<T> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    /** One read-only transaction in which every statement sees the same moment. */
    public <T> T snapshot(Work<T> work) throws SQLException {
        return transaction(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
            return work.with(connection);
        });
    }

    /** A connection for single statements, each its own transaction. */
    public <T> T autoCommit(Work<T> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return work.with(connection);
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

    /** Whether trying again is all that is needed: the database was away, short of resources or in its own way. */
    public static boolean isPassing(SQLException failure) {
        var state = failure.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.equals("25006") // a standby, for the moment
                || state.equals("25P03") // idle in a transaction for too long
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("55")
                || state.startsWith("57")
                || state.startsWith("58");
    }
}
