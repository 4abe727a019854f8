package org.depositary.benchmarks;

/** A measurement with a name. {@link BenchmarkCli} lists all of them. */
public interface Benchmark {

    /** The name for the command line: one word. */
    String name();

    /** One line for the help text: what is measured, and against what. */
    String description();

    /** Starts what it needs, measures the sides in turns, and stops what it started. */
    void run(BenchmarkRun run) throws Exception;
}
