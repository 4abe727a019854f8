package org.depositary.benchmarks;

/** A measurement with a name. {@link BenchmarkCli} lists all of them. */
public interface Benchmark {

    /** Returns the name of the benchmark on the command line, one word. */
    String name();

    /** Returns one line for the help text. It says what is measured, and against what. */
    String description();

    /** Starts the servers that the benchmark needs, measures the sides in turns, and stops the servers. */
    void run(BenchmarkRun run) throws Exception;
}
