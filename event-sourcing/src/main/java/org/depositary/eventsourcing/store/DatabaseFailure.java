package org.depositary.eventsourcing.store;

import java.sql.SQLException;

/** The database did not do what it was asked. */
public final class DatabaseFailure extends RuntimeException {

    private final String sqlState;

    public DatabaseFailure(SQLException cause) {
        super(cause);
        this.sqlState = String.valueOf(cause.getSQLState());
    }

    /** Two transactions were in each other's way (class 40); trying again is all that is needed. */
    public boolean isContention() {
        return sqlState.startsWith("40");
    }

    /** The database cannot be reached or is short of resources (classes 08, 53, 57, 58, and the driver's own). */
    public boolean isOutage() {
        return sqlState.startsWith("08")
                || sqlState.startsWith("53")
                || sqlState.startsWith("57")
                || sqlState.startsWith("58")
                || sqlState.equals("null");
    }
}
