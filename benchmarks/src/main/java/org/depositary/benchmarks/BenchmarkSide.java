package org.depositary.benchmarks;

/** One side of a comparison. */
public record BenchmarkSide(String name, Turn turn) {

    /** The measurement of a side in one round. */
    @FunctionalInterface
    public interface Turn {
        /**
         * Works long enough to be measured: seconds, not milliseconds.
         *
         * @return the figure, in the unit of the comparison: operations per second, milliseconds, …
         */
        double measure() throws Exception;
    }
}
