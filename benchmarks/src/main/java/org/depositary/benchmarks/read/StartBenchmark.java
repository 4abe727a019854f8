package org.depositary.benchmarks.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;

/** Measures how long {@code ./depositary up} takes, and the memory of each program afterwards. */
public final class StartBenchmark implements Benchmark {

    private static final int TIMEOUT_SECONDS = 120;
    private static final int FIRST_PORT = 31_000;
    private static final double KIB_IN_MIB = 1024;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description() {
        return "start time and resident memory of ./depositary up, with the starting register and without";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        measure(run, "empty", List.of("--empty"));
        measure(run, "with the starting register", List.of());
    }

    private static void measure(BenchmarkRun run, String what, List<String> options) throws Exception {
        var first = new ArrayList<Double>();
        var again = new ArrayList<Double>();
        var memory = new LinkedHashMap<String, Double>();
        for (int round = 0; round < run.rounds(); round++) {
            var data = run.data().resolve(what.replace(' ', '-') + "-" + round);
            first.add(start(run, data, options, new LinkedHashMap<>()));
            again.add(start(run, data, options, memory));
        }
        run.report().figure("first start, " + what, seconds(first));
        run.report().figure("start with data, " + what, seconds(again));
        memory.forEach(
                (program, mib) -> run.report().figure("memory of " + program + ", " + what, "%.0f MiB".formatted(mib)));
        run.report()
                .figure(
                        "memory in all, " + what,
                        "%.0f MiB"
                                .formatted(memory.values().stream()
                                        .mapToDouble(mib -> mib)
                                        .sum()));
    }

    private static double start(BenchmarkRun run, Path data, List<String> options, Map<String, Double> memory)
            throws Exception {
        var log = run.data().resolve("start.log");
        var command =
                new ArrayList<>(List.of(run.home().resolve("depositary").toString(), "up", "--data", data.toString()));
        command.addAll(List.of("--port", Integer.toString(FIRST_PORT)));
        command.addAll(options);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("DEPOSITARY_BUILD", "never");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long begun = System.nanoTime();
        var launcher = builder.start();
        try {
            awaitReady(launcher, log);
            double seconds = (System.nanoTime() - begun) / 1e9;
            run.say("    %.1f s".formatted(seconds));
            memory.clear();
            memory.putAll(memory(launcher.toHandle()));
            return seconds;
        } finally {
            launcher.destroy();
            launcher.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** The median and the range. */
    private static String seconds(List<Double> measured) {
        var sorted = measured.stream().sorted().toList();
        return "%.1f s (%.1f to %.1f)".formatted(sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    }

    private static void awaitReady(Process launcher, Path log) throws IOException, InterruptedException {
        for (int look = 0; !Files.readString(log).contains("Depositary is ready"); look++) {
            if (!launcher.isAlive() || look > TIMEOUT_SECONDS * 100) {
                throw new IllegalStateException("The installation did not start; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** The memory by program, in MiB. Each process counts its part of shared memory (Linux: PSS). */
    private static Map<String, Double> memory(ProcessHandle launcher) throws IOException {
        var memory = new LinkedHashMap<String, Double>();
        for (var process :
                Stream.concat(Stream.of(launcher), launcher.descendants()).toList()) {
            var rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
            if (Files.isReadable(rollup)) {
                memory.merge(program(process), proportional(rollup), Double::sum);
            }
        }
        return memory;
    }

    private static double proportional(Path rollup) {
        try (var lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / KIB_IN_MIB;
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    private static String program(ProcessHandle process) throws IOException {
        var command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                .replace('\0', ' ');
        if (command.startsWith("postgres") || command.contains("/bin/postgres")) {
            return "postgresql";
        }
        return Stream.of("KafkaNode", "membership-service", "documents-service", "exercises-service", "gateway")
                .filter(command::contains)
                .findFirst()
                .map(name -> name.equals("KafkaNode") ? "kafka" : name)
                .orElse("launcher");
    }
}
