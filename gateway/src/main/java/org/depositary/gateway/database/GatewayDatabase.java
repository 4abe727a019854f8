package org.depositary.gateway.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Transactions on the gateway's database. */
@ApplicationScoped
public class GatewayDatabase {

    /** What is done with the connection; it neither commits nor closes it. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Begins {@link #reading}. */
    public static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /**
     * Selected first in a transaction that takes batches: its statements find their rows by an index. PostgreSQL plans a
     * sequential scan for a table that it believes to be empty, and a session keeps that plan when the table has grown.
     */
    public static final String ROWS_BY_KEY = "set_config('enable_seqscan', 'off', true)";

    /** Connection, conflict, resources, state of an object, intervention, system. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    /** A standby for the moment, idle in a transaction for too long, no right, no table. */
    private static final Set<String> PASSING = Set.of("25006", "25P03", "42501", "42P01");

    private static final Logger LOG = Logger.getLogger(GatewayDatabase.class);

    private final DataSource dataSource;

    GatewayDatabase(DataSource dataSource) {
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

    /**
     * One read-only transaction in which every statement sees the same moment, without round trips of its own: the work
     * begins it, by {@link #BEGIN} before its first statement, and nobody waits for its end, which tells nothing.
     */
    public <T> T reading(Work<T> work) throws SQLException {
        var connection = dataSource.getConnection();
        try {
            return work.with(connection);
        } finally {
            Thread.startVirtualThread(() -> end(connection));
        }
    }

    /** One read-only transaction in which every statement sees the same moment. */
    public <T> T snapshot(Work<T> work) throws SQLException {
        return transaction(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(SNAPSHOT);
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

    /** Selects {@link #ROWS_BY_KEY} where no other statement comes first in the transaction. */
    public static void findRowsByKey(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT " + ROWS_BY_KEY);
        }
    }

    private static void end(Connection reading) {
        try (reading) {
            rollBack(reading);
        } catch (SQLException lost) {
            LOG.debug("A connection that was read from is lost", lost);
        }
    }

    /** Whoever gets the connection next must not find itself in this moment. */
    private static void rollBack(Connection reading) throws SQLException {
        try (var statement = reading.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException stillOpen) {
            reading.abort(Runnable::run);
            throw stillOpen;
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

    /**
     * Whether the failure is nobody's data's fault, so that trying again is what is needed: the database was away, short
     * of resources, in its own way, or is not as it should be (no such table, no right to it).
     */
    public static boolean isPassing(SQLException failure) {
        var state = failure.getSQLState();
        return state == null || PASSING_CLASSES.contains(state.substring(0, 2)) || PASSING.contains(state);
    }
}
