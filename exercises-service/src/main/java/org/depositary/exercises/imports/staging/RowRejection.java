package org.depositary.exercises.imports.staging;

/** Thrown when a row is rejected. Names the column with the error. */
final class RowRejection extends IllegalArgumentException {

    private final String column;

    RowRejection(String column, String reason) {
        super(column + ": " + reason);
        this.column = column;
    }

    String column() {
        return column;
    }
}
