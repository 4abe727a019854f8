package org.depositary.benchmarks.read;

import java.util.Arrays;

/** Computes percentiles of times, in milliseconds. */
public final class LatencyPercentiles {

    private static final double NANOS = 1e6;

    private final double[] sorted;

    /** @param nanos the times in nanoseconds */
    public LatencyPercentiles(long[] nanos) {
        sorted = Arrays.stream(nanos).mapToDouble(each -> each / NANOS).sorted().toArray();
    }

    /**
     * Returns a percentile in milliseconds.
     *
     * @param part 0.5 for the median, 1 for the longest time
     */
    public double percentile(double part) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }
}
