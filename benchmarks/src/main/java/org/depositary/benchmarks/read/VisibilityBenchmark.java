package org.depositary.benchmarks.read;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkInstallation;
import org.depositary.benchmarks.fixture.HttpConnection;

/** Measures the time from sending a command until a subscriber of the gateway's stream receives its event. */
public final class VisibilityBenchmark implements Benchmark {

    private static final int CONNECTIONS = 24;
    private static final int SECONDS = 3;
    private static final int COMMANDS_TO_FIND_THE_RATE = 3_000;
    /**
     * The number of bursts of commands before the measurement, because Java compiles the code of the services only
     * after tens of thousands of commands.
     */
    private static final int COLD_BURSTS = 8;

    private static final int COMMANDS_IN_ALL = 100_000;
    private static final List<Integer> LOADS = List.of(10, 50, 80);
    private static final int FLOORS = 200;
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.99;

    /** Gives two values from one measurement. Each value is requested once per round, in either order. */
    private static final class Both {
        private final Callable<LatencyPercentiles> measurement;
        private LatencyPercentiles latest;
        private double asked;

        private Both(Callable<LatencyPercentiles> measurement) {
            this.measurement = measurement;
        }

        private double percentile(double part) throws Exception {
            if (latest == null || asked == part) {
                latest = measurement.call();
                asked = part;
                return latest.percentile(part);
            }
            var now = latest.percentile(part);
            latest = null;
            return now;
        }
    }

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public String description() {
        return "command until visible to a subscriber, at 10, 50, 80 % of the highest rate, against its floor";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        try (var installation = BenchmarkInstallation.start(run, "visible");
                var stream = new ChangeStreamClient(installation.gateway());
                var floor = new LatencyFloor(installation.database("gateway"), installation.kafka())) {
            var commands = new AccessionCommandGenerator(installation.token("curator"));
            commands.register(installation.gateway(), COMMANDS_IN_ALL);
            var load = new Load(installation.gateway(), commands, stream);
            run.say("  commands until the services are warm");
            for (int burst = 0; burst < COLD_BURSTS; burst++) {
                load.highestRate();
            }
            run.say("  finding the highest rate");
            double highest = load.highestRate();
            run.report().figure("highest sustained rate, command to visible", "%,.0f/s".formatted(highest));
            measure(run, load, floor, highest);
        }
    }

    private static void measure(BenchmarkRun run, Load load, LatencyFloor floor, double highest) throws Exception {
        var sides = new ArrayList<BenchmarkSide>();
        var below = new Both(() -> floors(floor));
        sides.add(new BenchmarkSide("floor p50", () -> below.percentile(MEDIAN)));
        sides.add(new BenchmarkSide("floor p99", () -> below.percentile(HIGH)));
        for (int percent : LOADS) {
            var both = new Both(() -> load.at(highest * percent / 100, SECONDS));
            sides.add(new BenchmarkSide("at %d %% p50".formatted(percent), () -> both.percentile(MEDIAN)));
            sides.add(new BenchmarkSide("at %d %% p99".formatted(percent), () -> both.percentile(HIGH)));
        }
        var rounds = run.inTurns("command until visible", 1, sides);
        for (int percent : LOADS) {
            boolean half = percent == 50;
            run.report()
                    .ratio(
                            "visible, p50",
                            rounds,
                            "at %d %% p50".formatted(percent),
                            "floor p50",
                            " ms",
                            half ? BenchmarkTarget.atMost(3) : BenchmarkTarget.none());
            run.report()
                    .ratio(
                            "visible, p99",
                            rounds,
                            "at %d %% p99".formatted(percent),
                            "floor p99",
                            " ms",
                            half ? BenchmarkTarget.atMost(10) : BenchmarkTarget.none());
        }
    }

    private static LatencyPercentiles floors(LatencyFloor floor) throws Exception {
        var nanos = new long[FLOORS];
        for (int i = 0; i < FLOORS; i++) {
            nanos[i] = floor.once();
        }
        return new LatencyPercentiles(nanos);
    }

    /** Sends commands over several keep-alive connections at once. */
    private record Load(URI gateway, AccessionCommandGenerator commands, ChangeStreamClient stream) {

        private record Sent(long begun, String version) {}

        /**
         * Returns the highest rate in commands per second. The time ends when the last command is visible to a
         * subscriber.
         */
        double highestRate() throws Exception {
            long begun = System.nanoTime();
            var sent = send(COMMANDS_TO_FIND_THE_RATE, number -> System.nanoTime());
            long last = begun;
            for (var each : sent) {
                last = Math.max(last, stream.seen(each.version()));
            }
            return sent.size() * 1e9 / (last - begun);
        }

        /**
         * Returns the latencies at a constant rate. Each is measured from the time at which its command was due, so
         * that a late start counts as latency.
         */
        LatencyPercentiles at(double rate, int seconds) throws Exception {
            long begun = System.nanoTime();
            var sent = send((int) (rate * seconds), number -> await(begun + (long) (number * 1e9 / rate)));
            var nanos = new long[sent.size()];
            for (int i = 0; i < nanos.length; i++) {
                nanos[i] = stream.seen(sent.get(i).version()) - sent.get(i).begun();
            }
            return new LatencyPercentiles(nanos);
        }

        private static long await(long due) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return due;
        }

        /** Decides when each command starts. */
        @FunctionalInterface
        private interface Clock {
            long begin(int number);
        }

        private List<Sent> send(int count, Clock clock) throws Exception {
            var next = new AtomicInteger();
            try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
                var parts = new ArrayList<Future<List<Sent>>>();
                for (int i = 0; i < CONNECTIONS; i++) {
                    parts.add(threads.submit(() -> sendPart(next, count, clock)));
                }
                var all = new ArrayList<Sent>();
                for (var part : parts) {
                    all.addAll(part.get());
                }
                return all;
            }
        }

        private List<Sent> sendPart(AtomicInteger next, int count, Clock clock) throws IOException {
            var sent = new ArrayList<Sent>();
            try (var connection = new HttpConnection(gateway)) {
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    long begun = clock.begin(number);
                    sent.add(new Sent(begun, commands.send(connection)));
                }
            }
            return sent;
        }
    }
}
