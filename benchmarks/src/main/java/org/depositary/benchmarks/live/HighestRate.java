package org.depositary.benchmarks.live;

import java.io.IOException;
import java.util.Locale;
import org.depositary.benchmarks.BenchmarkRun;

/** Searches the highest rate of messages at which every subscriber gets all, and 99 % of them in time. */
final class HighestRate {

    private static final double FIRST_RATE = 100;
    private static final double STEP = 1.25;
    private static final double SECONDS = 3;

    private static final long LONGEST_P99_MILLIS = 250;

    private final BenchmarkRun run;
    private final FanOutTrial trial;
    private double found = FIRST_RATE;

    HighestRate(BenchmarkRun run, FanOutTrial trial) {
        this.run = run;
        this.trial = trial;
    }

    /**
     * Searches downwards, from twice the rate that was found last. So one bad moment of the machine does not end the search
     * at a low rate. Returns messages per second.
     */
    double search() throws IOException {
        double rate = 2 * found;
        while (!holds(rate)) {
            rate /= STEP;
        }
        found = rate;
        return rate;
    }

    private boolean holds(double rate) throws IOException {
        var result = trial.at(rate, SECONDS);
        run.say(String.format(
                Locale.ROOT,
                "      %6.0f/s: p50 %d ms, p99 %d ms%s",
                rate,
                result.p50Millis(),
                result.p99Millis(),
                result.sound() ? "" : ", incomplete"));
        return result.sound() && result.p99Millis() <= LONGEST_P99_MILLIS;
    }
}
