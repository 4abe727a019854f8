package org.depositary.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * What a benchmark is given to do its work.
 *
 * @param home where the whole repository is
 * @param data an empty directory for what it brings up; kept until the next run, so that it can be looked at
 * @param rounds how many rounds to measure
 */
public record BenchmarkRun(Path home, Path data, int rounds, BenchmarkProgress progress, BenchmarkReport report) {

    private static final int WARM_UP = 1;

    /** Measures the sides in turns: one round to warm up, then the rounds that count. */
    public MeasuredRounds inTurns(String what, ComparedSide... sides) throws Exception {
        return MeasuredRounds.measure(what, List.of(sides), WARM_UP, rounds, progress);
    }

    /** Measures the sides in turns, with more rounds to warm up. */
    public MeasuredRounds inTurns(String what, int warmUp, List<ComparedSide> sides) throws Exception {
        return MeasuredRounds.measure(what, sides, warmUp, rounds, progress);
    }

    /** Tells what is being done. */
    public void say(String line) {
        progress.say(line);
    }
}
