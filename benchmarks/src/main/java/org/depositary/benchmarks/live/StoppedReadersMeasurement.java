package org.depositary.benchmarks.live;

import java.io.IOException;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkTarget;

/** Measures what subscribers that stop reading cost the others, and how soon the gateway closes their connections. */
final class StoppedReadersMeasurement {

    private static final int STOPPED = 20;
    private static final double SECONDS = 40;
    private static final double RATE = 10;
    /**
     * Only the stopped readers are sent the fillers. They fill the buffers of the kernel, some MiB for each. The gateway
     * also processes them when it is measured alone.
     */
    private static final int FILLERS = 100;

    private static final int FILLER_BYTES = 100_000;

    private final BenchmarkRun run;
    private final GatewayFanOut server;
    private final FanOutTrial trial;

    StoppedReadersMeasurement(BenchmarkRun run, GatewayFanOut server, FanOutTrial trial) {
        this.run = run;
        this.server = server;
        this.trial = trial;
    }

    void measure() throws IOException, InterruptedException {
        run.say("  %d subscribers that stop reading, at %.0f changes/s".formatted(STOPPED, RATE));
        publishFillers();
        var alone = trial.at(RATE, SECONDS);
        try (var stopped = new StoppedReaders(server.unfilteredStream(), STOPPED)) {
            var stuck =
                    new StuckConnections(new ServerConnections(server.stream().getPort(), stopped.ports()));
            publishFillers();
            var beside = trial.at(RATE, SECONDS);
            stuck.close();
            report(alone, beside, stuck);
        }
    }

    private void publishFillers() {
        for (int i = 0; i < FILLERS; i++) {
            server.publishFiller(FILLER_BYTES);
        }
    }

    private void report(FanOutTrial.Result alone, FanOutTrial.Result beside, StuckConnections stuck) {
        run.say("    p99 %d ms alone, %d ms beside them; closed after %.1f s, %d left"
                .formatted(alone.p99Millis(), beside.p99Millis(), stuck.longestSeconds(), stuck.open()));
        var complete = alone.sound() && beside.sound() ? "" : ", INCOMPLETE";
        run.report()
                .figure(
                        "p99 of 1,000 readers at %.0f changes/s".formatted(RATE),
                        "%d ms alone, %d ms beside %d that do not read%s"
                                .formatted(alone.p99Millis(), beside.p99Millis(), STOPPED, complete));
        run.report()
                .figure(
                        "from the last byte that a client accepts to the end of its connection, longest",
                        stuck.longestSeconds(),
                        " s",
                        BenchmarkTarget.atMost(10));
        run.report().figure("connections without a reader, not closed", stuck.open(), "", BenchmarkTarget.atMost(0));
    }
}
