package org.depositary.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * The input of a benchmark.
 *
 * @param home the directory of the repository
 * @param data an empty directory for its files, kept until the next run
 * @param rounds the number of measured rounds
 */
public record BenchmarkRun(Path home, Path data, int rounds, BenchmarkProgress progress, BenchmarkReport report) {

    private static final int WARM_UP = 1;

    /** Measures the sides in turns, after one warm-up round. */
    public MeasuredRounds inTurns(String what, BenchmarkSide... sides) throws Exception {
        return MeasuredRounds.measure(what, List.of(sides), WARM_UP, rounds, progress);
    }

    /** Measures the sides in turns, after {@code warmUp} rounds. */
    public MeasuredRounds inTurns(String what, int warmUp, List<BenchmarkSide> sides) throws Exception {
        return MeasuredRounds.measure(what, sides, warmUp, rounds, progress);
    }

    public void say(String line) {
        progress.say(line);
    }
}
