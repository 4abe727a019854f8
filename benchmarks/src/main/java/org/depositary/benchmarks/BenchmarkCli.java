package org.depositary.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.depositary.benchmarks.dashboard.DashboardBenchmark;
import org.depositary.benchmarks.documents.ExtractionBenchmark;
import org.depositary.benchmarks.hooks.WebhookBacklogBenchmark;
import org.depositary.benchmarks.imports.CommandsDuringImportsBenchmark;
import org.depositary.benchmarks.imports.ExerciseImportBenchmark;
import org.depositary.benchmarks.live.FanOutBenchmark;
import org.depositary.benchmarks.peer.EventStorePeersBenchmark;
import org.depositary.benchmarks.read.ExerciseStatisticsBenchmark;
import org.depositary.benchmarks.read.ExportBenchmark;
import org.depositary.benchmarks.read.FeederBenchmark;
import org.depositary.benchmarks.read.FilteredChangesBenchmark;
import org.depositary.benchmarks.read.MembersBenchmark;
import org.depositary.benchmarks.read.RebuildBenchmark;
import org.depositary.benchmarks.read.VisibilityBenchmark;
import org.depositary.benchmarks.start.StartBenchmark;
import org.depositary.benchmarks.write.AppendBenchmark;
import org.depositary.benchmarks.write.BacklogBenchmark;
import org.depositary.benchmarks.write.CommandBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./depositary benchmark}: runs the chosen benchmarks, then prints one table of results. */
@Command(
        name = "depositary benchmark",
        sortOptions = false,
        description = {
            "Measures this product against the bare parts below it, and against peers: two sides in turns, in one run, "
                    + "so that only their ratio matters. Nothing else should run on the machine meanwhile.",
            ""
        })
public final class BenchmarkCli implements Callable<Integer> {

    private static final int FEWEST_ROUNDS = 5;

    private static final List<Benchmark> ALL = List.of(
            new AppendBenchmark(),
            new BacklogBenchmark(),
            new CommandBenchmark(),
            new EventStorePeersBenchmark(),
            new CommandsDuringImportsBenchmark(),
            new ExerciseImportBenchmark(),
            new VisibilityBenchmark(),
            new FeederBenchmark(),
            new RebuildBenchmark(),
            new FilteredChangesBenchmark(),
            new ExportBenchmark(),
            new MembersBenchmark(),
            new ExerciseStatisticsBenchmark(),
            new FanOutBenchmark(),
            new WebhookBacklogBenchmark(),
            new ExtractionBenchmark(),
            new DashboardBenchmark(),
            new StartBenchmark());

    @Parameters(paramLabel = "NAME", description = "The benchmarks to run. Default: all.")
    private List<String> names = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "8",
            description = "The number of measured rounds after the warm-up: at least 5. Default: 8.")
    private int rounds;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    private BenchmarkCli() {}

    public static void main(String... arguments) {
        var line = new CommandLine(new BenchmarkCli());
        line.getCommandSpec().usageMessage().footer(list());
        System.exit(line.execute(arguments));
    }

    private static String[] list() {
        return ALL.stream()
                .map(benchmark -> "  %-23s %s"
                        .formatted(benchmark.name(), benchmark.description().replace("%", "%%")))
                .toArray(String[]::new);
    }

    @Override
    public Integer call() throws Exception {
        if (rounds < FEWEST_ROUNDS) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this), "--rounds must be at least %d.".formatted(FEWEST_ROUNDS));
        }
        var report = new BenchmarkReport();
        var progress = new BenchmarkProgress(System.err);
        boolean failed = false;
        for (var benchmark : chosen()) {
            progress.say(benchmark.name() + ": " + benchmark.description());
            failed |= !succeeds(benchmark, progress, report);
        }
        report.print(System.out);
        return failed ? 1 : 0;
    }

    /** Returns whether it succeeded. A benchmark that fails does not take away the results of the others. */
    private boolean succeeds(Benchmark benchmark, BenchmarkProgress progress, BenchmarkReport report)
            throws InterruptedException {
        try {
            benchmark.run(new BenchmarkRun(home(), emptied(benchmark.name()), rounds, progress, report));
            return true;
        } catch (InterruptedException ended) {
            throw ended;
        } catch (Exception failure) {
            progress.failed(benchmark.name(), failure);
            return false;
        }
    }

    private List<Benchmark> chosen() {
        return names.isEmpty() ? ALL : names.stream().map(this::named).toList();
    }

    private Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(
                        new CommandLine(this),
                        "Unknown benchmark '%s'. ./depositary benchmark lists all benchmarks.".formatted(name)));
    }

    private static Path home() {
        return Path.of(System.getProperty("depositary.home")).toAbsolutePath();
    }

    /**
     * Empties the directory below {@code target} and returns it. The files stay after the run, so that a failed run
     * can be examined.
     */
    private static Path emptied(String name) throws IOException {
        var data = home().resolve("benchmarks/target/data").resolve(name);
        if (Files.exists(data)) {
            try (var old = Files.walk(data)) {
                old.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
        return Files.createDirectories(data);
    }
}
