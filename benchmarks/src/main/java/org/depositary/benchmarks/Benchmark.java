package org.depositary.benchmarks;

/** A named measurement; the list of all stands in {@link BenchmarkCli}. */
public interface Benchmark {

    /** One word, as it is given to {@code ./depositary benchmark}. */
    String name();

    /** What it measures against what, in one line. */
    String description();

    /** Brings up what it needs, measures in turns, and ends what it has brought up. */
    void run(BenchmarkRun run) throws Exception;
}
