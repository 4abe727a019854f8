package org.depositary.benchmarks.live;

/** Counts latencies by milliseconds. One thread adds, another reads after a trial. */
final class LatencyHistogram {

    private static final int LONGEST_MILLIS = 60_000;

    private final long[] counts = new long[LONGEST_MILLIS + 1];
    private volatile long total;

    void add(long micros) {
        counts[(int) Math.clamp(micros / 1_000, 0, LONGEST_MILLIS)]++;
        total++;
    }

    long total() {
        return total;
    }

    /** The smallest number of milliseconds that at least this part of all latencies do not exceed. */
    long percentile(double part) {
        long rest = (long) Math.ceil(total * part);
        int millis = 0;
        for (long seen = counts[0]; seen < rest && millis < LONGEST_MILLIS; seen += counts[millis]) {
            millis++;
        }
        return millis + 1L;
    }
}
