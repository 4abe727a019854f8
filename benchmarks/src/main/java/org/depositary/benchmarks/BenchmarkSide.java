package org.depositary.benchmarks;

/** One of the compared programs or ways of working in a benchmark. */
public record BenchmarkSide(String name, Turn turn) {

    /** Measures a side in one round. */
    @FunctionalInterface
    public interface Turn {
        /**
         * Lets the side work for some seconds and measures it.
         *
         * @return the measured value in the unit of the comparison, such as operations per second or milliseconds
         */
        double measure() throws Exception;
    }
}
