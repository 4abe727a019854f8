package org.depositary.exercises.imports.staging;

/** Thrown when a row is rejected. Names the column with the error. */
final class RowRejection extends IllegalArgumentException {

    private final String column;
    private final String reason;

    RowRejection(String column, String reason) {
        super(column + ": " + reason);
        this.column = column;
        this.reason = reason;
    }

    String column() {
        return column;
    }

    /** The reason without the column. */
    String reason() {
        return reason;
    }
}
