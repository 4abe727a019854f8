package org.depositary.gateway.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.jdbc.PgConnection;

/** Runs transactions on the gateway's database. */
@ApplicationScoped
public class GatewayDatabase {

    /** Work on a connection. It must neither commit nor close the connection. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * SQL expressions for a SELECT at the beginning of a transaction. Later statements of the transaction then find rows by
     * an index, and a session plans each of them once. Without them, PostgreSQL plans a sequential scan for a table that it
     * believes to be empty, and a session keeps that plan when the table has grown (ADR 26).
     */
    public static final String FIXED_PLANS =
            "set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)";

    /**
     * The two SQL statements that begin the transaction of {@link #reading}: one snapshot, with {@link #FIXED_PLANS}. The
     * second one returns a row.
     */
    public static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;\nSELECT " + FIXED_PLANS;

    /**
     * SQLSTATE classes of failures that may pass: connection, rollback, resources, object not in prerequisite state,
     * operator, system error.
     */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    /**
     * SQLSTATEs of failures that may pass: read-only (a standby), idle transaction timeout, insufficient privilege,
     * undefined table.
     */
    private static final Set<String> TRANSIENT_STATES = Set.of("25006", "25P03", "42501", "42P01");

    private static final Logger LOG = Logger.getLogger(GatewayDatabase.class);

    private final DataSource dataSource;

    GatewayDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs the work in one transaction: commits when it returns, rolls back when it throws. */
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
     * Runs the work in one read-only snapshot without extra round trips. The work itself must put {@link #BEGIN} before its
     * first statement; the rollback runs on another thread, because its result does not matter.
     */
    public <T> T reading(Work<T> work) throws SQLException {
        var connection = dataSource.getConnection();
        try {
            return work.with(connection);
        } finally {
            Thread.startVirtualThread(() -> end(connection));
        }
    }

    /**
     * Runs the work in one read-only snapshot with {@link #FIXED_PLANS}: every statement sees the same state of the
     * database.
     */
    public <T> T snapshot(Work<T> work) throws SQLException {
        return reading(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(BEGIN);
            }
            return work.with(connection);
        });
    }

    /**
     * Runs the work without a transaction: each statement commits by itself. PostgreSQL plans it with its own settings, so
     * this is for statements that are rare or read small tables.
     */
    public <T> T autoCommit(Work<T> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return work.with(connection);
        }
    }

    /** Sets {@link #FIXED_PLANS} by a statement of its own. For transactions in which no other SELECT comes first. */
    public static void fixPlans(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT " + FIXED_PLANS);
        }
    }

    private static void end(Connection reading) {
        try (reading) {
            rollBack(reading);
        } catch (SQLException lost) {
            LOG.debug("The rollback of a read failed; the pool replaces the connection", lost);
        }
    }

    /** Rolls back, so that the next user of the pooled connection does not continue this snapshot. */
    private static void rollBack(Connection reading) throws SQLException {
        try (var statement = reading.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException rollbackFailed) {
            // Aborts the driver's connection: an abort of the pool's wrapper would never free its place in the pool.
            reading.unwrap(PgConnection.class).abort(Runnable::run);
            throw rollbackFailed;
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
     * Whether a retry can succeed, because the database and not the data is the cause. The database is unavailable,
     * out of resources or locked, or its tables or privileges are missing at the moment.
     */
    public static boolean isTransient(SQLException failure) {
        var state = failure.getSQLState();
        return state == null || TRANSIENT_CLASSES.contains(state.substring(0, 2)) || TRANSIENT_STATES.contains(state);
    }
}
