package org.depositary.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Prints the progress of a run. {@link BenchmarkReport} prints the results. */
public final class BenchmarkProgress {

    private final PrintStream out;

    BenchmarkProgress(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(line);
    }

    void round(String what, int round, int count) {
        say(round < 0 ? "  %s, warm-up".formatted(what) : "  %s, round %d of %d".formatted(what, round + 1, count));
    }

    void figure(String side, double figure) {
        say(String.format(Locale.ROOT, "    %-24s %,14.2f", side, figure));
    }

    void failed(String benchmark, Exception failure) {
        say(benchmark + " failed:");
        failure.printStackTrace(out);
    }
}
