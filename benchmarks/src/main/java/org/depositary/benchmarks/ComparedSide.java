package org.depositary.benchmarks;

/** One of those that are compared. */
public record ComparedSide(String name, Turn turn) {

    /** One turn of a side in one round. */
    @FunctionalInterface
    public interface Turn {
        /**
         * Does the work, long enough to be measured (seconds, not milliseconds).
         *
         * @return what was measured, in the unit of the comparison: operations per second, milliseconds, …
         */
        double measure() throws Exception;
    }
}
