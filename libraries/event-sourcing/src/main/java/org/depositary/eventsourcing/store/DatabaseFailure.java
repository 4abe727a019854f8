package org.depositary.eventsourcing.store;

import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PSQLException;

/** The database did not do what it was asked. */
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
        return cause instanceof PSQLException told && told.getServerErrorMessage() != null
                ? String.valueOf(told.getServerErrorMessage().getConstraint())
                : "";
    }

    /**
     * Another session wrote the same row first, or the two were in each other's way: deciding again on what is there now
     * helps. Whatever wrote, by JDBC or by Hibernate.
     */
    static boolean isLostRace(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException told
                    && (UNIQUE_VIOLATION.equals(told.getSQLState()) || new DatabaseFailure(told).isContention())) {
                return true;
            }
        }
        return false;
    }

    /** Another request has been answered under the same Idempotency-Key. */
    boolean isKeyTaken() {
        return constraint.equals("command_pkey");
    }

    /** Two transactions were in each other's way (class 40); trying again is all that is needed. */
    public boolean isContention() {
        return sqlState.startsWith("40");
    }

    /**
     * The database cannot be reached, does not let us in, is not there, or is short of resources (classes 08, 28, 3D, 53, 55,
     * 57, 58, and the driver's own).
     */
    public boolean isOutage() {
        return sqlState.equals("null") || OUTAGES.stream().anyMatch(sqlState::startsWith);
    }
}
