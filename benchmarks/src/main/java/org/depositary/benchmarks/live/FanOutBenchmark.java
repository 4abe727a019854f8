package org.depositary.benchmarks.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkServers;

/**
 * Measures how many events a second the gateway delivers to many subscribers, against nginx with nchan: the same client, the
 * same size of messages, on one machine. The gateway's messages pass Kafka, the change log and all read models; those of
 * nchan stay in its memory.
 */
public final class FanOutBenchmark implements Benchmark {

    private static final int SUBSCRIBERS = 1_000;
    private static final int BURST = 500;
    private static final String GATEWAY = "gateway";
    private static final String NCHAN = "nginx + nchan";

    @Override
    public String name() {
        return "fan-out";
    }

    @Override
    public String description() {
        return "changes delivered to 1,000 subscribers, 99 % within 250 ms, against nginx + nchan";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        if (!NchanFanOut.isInstalled()) {
            throw new IllegalStateException("nginx with nchan is missing: apt-get install nginx libnginx-mod-nchan");
        }
        try (var servers = BenchmarkServers.start(run)) {
            var address = servers.startService("gateway");
            try (var gateway = new GatewayFanOut(address, servers.kafka());
                    var nchan = new NchanFanOut(run.data().resolve("nchan"), messageBytes(gateway));
                    var ours = new FanOutTrial(gateway, SUBSCRIBERS);
                    var theirs = new FanOutTrial(nchan, SUBSCRIBERS)) {
                compareBursts(run, ours, theirs);
                compareRates(run, ours, theirs);
                new StoppedReadersMeasurement(run, gateway, ours).measure();
            }
        }
    }

    private static void compareBursts(BenchmarkRun run, FanOutTrial ours, FanOutTrial theirs) throws Exception {
        var rounds = run.inTurns(
                "%d changes at once".formatted(BURST),
                new BenchmarkSide(GATEWAY, () -> delivered(ours)),
                new BenchmarkSide(NCHAN, () -> delivered(theirs)));
        run.report()
                .ratio(
                        "%d changes at once to 1,000 subscribers, events".formatted(BURST),
                        rounds,
                        GATEWAY,
                        NCHAN,
                        "/s",
                        BenchmarkTarget.atLeast(1));
    }

    private static double delivered(FanOutTrial trial) throws IOException {
        var result = trial.burst(BURST);
        if (!result.sound()) {
            throw new IllegalStateException(
                    "Within a minute, a subscriber missed a change, or got it twice or out of order");
        }
        return result.deliveredPerSecond();
    }

    private static void compareRates(BenchmarkRun run, FanOutTrial ours, FanOutTrial theirs) throws Exception {
        var gateway = new HighestRate(run, ours);
        var nchan = new HighestRate(run, theirs);
        var rounds = run.inTurns(
                "highest rate",
                new BenchmarkSide(GATEWAY, () -> SUBSCRIBERS * gateway.search()),
                new BenchmarkSide(NCHAN, () -> SUBSCRIBERS * nchan.search()));
        run.report()
                .ratio(
                        "highest rate with p99 ≤ 250 ms to 1,000 subscribers, events",
                        rounds,
                        GATEWAY,
                        NCHAN,
                        "/s",
                        BenchmarkTarget.atLeast(1));
    }

    /** The size of the JSON of one change, as the gateway sends it. */
    private static int messageBytes(GatewayFanOut gateway) throws IOException, InterruptedException {
        var mark = MessageMark.of(0, System.nanoTime());
        var data = new AtomicReference<String>();
        var reader = Thread.ofVirtual().start(() -> data.set(firstData(gateway.stream())));
        while (data.get() == null) {
            gateway.publish(mark);
            reader.join(Duration.ofMillis(200));
        }
        return data.get().length();
    }

    private static String firstData(URI stream) {
        try (var channel = SubscriberSwarm.connected(stream)) {
            var lines = new BufferedReader(
                    new InputStreamReader(channel.socket().getInputStream(), StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: ")) {
                    return line.substring("data: ".length());
                }
            }
            throw new IOException("The stream ended");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
