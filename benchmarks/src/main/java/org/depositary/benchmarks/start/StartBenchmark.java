package org.depositary.benchmarks.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.ConcurrentWorkers;
import org.depositary.benchmarks.write.CuratorClient;
import org.depositary.benchmarks.write.SamplePayload;

/**
 * Measures how long {@code ./depositary up} takes, how fast the first commands are, and how much memory the programs
 * use.
 */
public final class StartBenchmark implements Benchmark {

    private static final String FIRST = "first start, with the starting register";
    private static final String AGAIN = "start with data";
    private static final String COLD = "first 400 commands";
    private static final int CLIENTS = 4;
    private static final int COLD_COMMANDS_PER_CLIENT = 100;
    private static final int WARM_UP_SECONDS = 90;
    private static final int WARM_SECONDS = 10;

    /** The values that were measured with the ahead-of-time caches, or without them. */
    private static final class Figures {

        final Map<String, List<Double>> values = new LinkedHashMap<>();
        Map<String, Double> memory = Map.of();

        void add(String what, double value) {
            values.computeIfAbsent(what, key -> new ArrayList<>()).add(value);
        }

        double median(String what) {
            var sorted = values.get(what).stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }

        String spread(String what, String unit) {
            var sorted = values.get(what).stream().sorted().toList();
            return "%.1f%s (%.1f to %.1f)".formatted(median(what), unit, sorted.getFirst(), sorted.getLast());
        }
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description() {
        return "start time, first commands and memory of ./depositary up, with ahead-of-time caches and without";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        var with = new Figures();
        var without = new Figures();
        for (int round = 0; round < run.rounds(); round++) {
            run.say("  round %d of %d".formatted(round + 1, run.rounds()));
            measure(run, round, round % 2 == 0, round % 2 == 0 ? with : without);
            measure(run, round, round % 2 != 0, round % 2 != 0 ? with : without);
        }
        double warm = warmRate(run);
        report(run, "with caches", with, warm);
        report(run, "without caches", without, warm);
        run.report()
                .figure(
                        "start with data, with caches to without",
                        with.median(AGAIN) / without.median(AGAIN),
                        "",
                        BenchmarkTarget.none());
    }

    private static void measure(BenchmarkRun run, int round, boolean caches, Figures figures) throws Exception {
        var data = run.data().resolve("%d-%s".formatted(round, caches ? "with" : "without"));
        try (var installation = StartedInstallation.start(run, data, caches, List.of())) {
            figures.add(FIRST, installation.startSeconds());
        }
        try (var installation = StartedInstallation.start(run, data, caches, List.of())) {
            figures.add(AGAIN, installation.startSeconds());
            figures.memory = installation.memory();
            try (var curators = curators(run, installation, "cold-" + round)) {
                long begun = System.nanoTime();
                curators.each(StartBenchmark::sendFirst);
                figures.add(COLD, CLIENTS * COLD_COMMANDS_PER_CLIENT * 1e9 / (System.nanoTime() - begun));
            }
        }
        run.say("    %s: %s, %s, %s"
                .formatted(
                        caches ? "with" : "without", last(figures, FIRST), last(figures, AGAIN), last(figures, COLD)));
    }

    private static String last(Figures figures, String what) {
        return "%.1f".formatted(figures.values.get(what).getLast());
    }

    private static void sendFirst(CuratorClient curator) throws Exception {
        for (int i = 0; i < COLD_COMMANDS_PER_CLIENT; i++) {
            curator.send();
        }
    }

    /** Returns the number of commands per second after a warm-up, when all code is compiled. */
    private static double warmRate(BenchmarkRun run) throws Exception {
        run.say("  commands until the service is warm");
        try (var installation = StartedInstallation.start(run, run.data().resolve("0-with"), true, List.of());
                var curators = curators(run, installation, "warm")) {
            curators.run(WARM_UP_SECONDS, CuratorClient::send);
            return curators.run(WARM_SECONDS, CuratorClient::send) / (double) WARM_SECONDS;
        }
    }

    private static ConcurrentWorkers<CuratorClient> curators(
            BenchmarkRun run, StartedInstallation installation, String name) throws Exception {
        var token = installation.token();
        var payload = SamplePayload.of(run);
        var curators = new ArrayList<CuratorClient>();
        for (int i = 0; i < CLIENTS; i++) {
            curators.add(new CuratorClient(installation.membershipService(), token, name + "-" + i, payload));
        }
        return new ConcurrentWorkers<>(curators);
    }

    private static void report(BenchmarkRun run, String side, Figures figures, double warm) {
        var report = run.report();
        report.figure(FIRST + ", " + side, figures.spread(FIRST, " s"));
        report.figure(AGAIN + ", " + side, figures.spread(AGAIN, " s"));
        report.figure(COLD + ", " + side, figures.spread(COLD, "/s"));
        report.figure(
                "%s to %.0f/s when warm, %s".formatted(COLD, warm, side),
                figures.median(COLD) / warm,
                "",
                BenchmarkTarget.atLeast(0.4));
        figures.memory.forEach(
                (program, mib) -> report.figure("memory of " + program + ", " + side, "%.0f MiB".formatted(mib)));
        double all = figures.memory.values().stream().mapToDouble(mib -> mib).sum();
        report.figure("memory in all, " + side, Math.rint(all), " MiB", BenchmarkTarget.atMost(1000));
    }
}
