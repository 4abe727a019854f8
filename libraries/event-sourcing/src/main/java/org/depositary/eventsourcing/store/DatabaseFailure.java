package org.depositary.eventsourcing.store;

import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PSQLException;

/** A failed database statement, classified by its SQLSTATE. */
public final class DatabaseFailure extends RuntimeException {

    private static final List<String> OUTAGES = List.of("08", "28", "3D", "53", "55", "57", "58");

    private static final String UNIQUE_VIOLATION = "23505";

    private final String sqlState;
    private final String constraint;

    public DatabaseFailure(SQLException cause) {
        super(cause);
        this.sqlState = String.valueOf(cause.getSQLState());
        this.constraint = constraint(cause);
    }

    private static String constraint(SQLException cause) {
        return cause instanceof PSQLException failure && failure.getServerErrorMessage() != null
                ? String.valueOf(failure.getServerErrorMessage().getConstraint())
                : "";
    }

    /**
     * Whether another transaction changed the same row first, through JDBC or Hibernate. A new attempt on the new
     * state can succeed.
     */
    static boolean isLostRace(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sqlFailure
                    && (UNIQUE_VIOLATION.equals(sqlFailure.getSQLState())
                            || new DatabaseFailure(sqlFailure).isContention())) {
                return true;
            }
        }
        return false;
    }

    /** Whether another request has stored its answer under the same idempotency key. */
    boolean isKeyTaken() {
        return constraint.equals("command_pkey");
    }

    /** Whether the cause is a deadlock or a serialization failure (class 40). A retry can succeed. */
    public boolean isContention() {
        return sqlState.startsWith("40");
    }

    /**
     * Whether the database is not reachable, rejects the login, does not exist, or lacks resources. SQLSTATE classes
     * 08, 28, 3D, 53, 55, 57, 58, and the driver's own.
     */
    public boolean isOutage() {
        return sqlState.equals("null") || OUTAGES.stream().anyMatch(sqlState::startsWith);
    }
}
