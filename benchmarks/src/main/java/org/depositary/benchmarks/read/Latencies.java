package org.depositary.benchmarks.read;

import java.util.Arrays;

/** Times in milliseconds, of which percentiles are wanted. */
final class Latencies {

    private static final double NANOS = 1e6;

    private final double[] sorted;

    /** @param nanos each in nanoseconds */
    Latencies(long[] nanos) {
        sorted = Arrays.stream(nanos).mapToDouble(each -> each / NANOS).sorted().toArray();
    }

    double percentile(double part) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }
}
