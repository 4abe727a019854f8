package org.depositary.benchmarks.live;

import java.io.IOException;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;

/** Measures what subscribers that stop reading cost the others, and how soon the gateway closes their connections. */
final class StoppedReadersMeasurement {

    private static final int STOPPED = 20;
    private static final double SECONDS = 20;
    private static final double RATE = 10;
    private static final String ALONE = "alone";
    private static final String BESIDE = "beside stopped readers";
    /**
     * Only the stopped readers are sent the fillers. They fill the buffers of the kernel, some MiB for each. The gateway
     * also processes them when it is measured alone.
     */
    private static final int FILLERS = 100;

    private static final int FILLER_BYTES = 100_000;
    private static final int LONGEST_SECONDS = 10;

    private final BenchmarkRun run;
    private final GatewayFanOut server;
    private final FanOutTrial trial;
    private double longestSeconds;
    private int neverClosed;

    StoppedReadersMeasurement(BenchmarkRun run, GatewayFanOut server, FanOutTrial trial) {
        this.run = run;
        this.server = server;
        this.trial = trial;
    }

    void measure() throws Exception {
        var rounds = run.inTurns(
                "%d subscribers that stop reading, p99 of the others in ms".formatted(STOPPED),
                new BenchmarkSide(BESIDE, this::besideStoppedReaders),
                new BenchmarkSide(ALONE, this::alone));
        run.report()
                .ratio(
                        "p99 of 1,000 readers at %.0f changes/s, %d do not read".formatted(RATE, STOPPED),
                        rounds,
                        BESIDE,
                        ALONE,
                        " ms",
                        BenchmarkTarget.atMost(1.25));
        run.report()
                .figure(
                        "from the last byte that a client accepts to the end of its connection, longest",
                        longestSeconds,
                        " s",
                        BenchmarkTarget.atMost(LONGEST_SECONDS));
        run.report().figure("connections without a reader, not closed", neverClosed, "", BenchmarkTarget.atMost(0));
    }

    private double alone() throws IOException {
        publishFillers();
        return p99();
    }

    private double besideStoppedReaders() throws IOException, InterruptedException {
        try (var stopped = new StoppedReaders(server.unfilteredStream(), STOPPED)) {
            var stuck =
                    new StuckConnections(new ServerConnections(server.stream().getPort(), stopped.ports()));
            publishFillers();
            double p99 = p99();
            stuck.close();
            longestSeconds = Math.max(longestSeconds, stuck.longestSeconds());
            neverClosed += stuck.open();
            return p99;
        }
    }

    private double p99() throws IOException {
        var result = trial.at(RATE, SECONDS);
        if (!result.sound()) {
            throw new IllegalStateException("A subscriber that reads missed a change, or got it twice or out of order");
        }
        return result.p99Millis();
    }

    private void publishFillers() {
        for (int i = 0; i < FILLERS; i++) {
            server.publishFiller(FILLER_BYTES);
        }
    }
}
