package org.depositary.benchmarks.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkInstallation;
import org.depositary.benchmarks.fixture.GatewayDatabaseProbe;

/** Measures the pages of the dashboard in headless Chromium, with 500 organisations and 20,000 spans. */
public final class DashboardBenchmark implements Benchmark {

    private static final Map<String, BenchmarkTarget> TARGETS = Map.of(
            "first view", BenchmarkTarget.atMost(1_500),
            "slider", BenchmarkTarget.atMost(50),
            "lighthouse", BenchmarkTarget.atLeast(95),
            // Lighthouse simulates a slow phone. The result depends on this machine, so it has no target.
            "lighthouse, phone, performance", BenchmarkTarget.none());

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public String description() {
        return "first views, the as-of slider and Lighthouse, in Chromium with 500 organisations and 20,000 spans";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        var scripts = BrowserScripts.install(run);
        try (var installation = BenchmarkInstallation.start(run, "installation")) {
            fill(run, installation);
            report(run, "ms", scripts.run("large-register.js", parameters(run, installation)));
            report(run, "points", scripts.run("lighthouse.js", parameters(run, installation)));
        }
    }

    private static void fill(BenchmarkRun run, BenchmarkInstallation installation) throws Exception {
        var file = run.data().resolve("changes.csv");
        LargeRegisterFile.write(file);
        run.say("  importing 20,000 spans");
        importMemberships(run, installation, file);
        var gateway = new GatewayDatabaseProbe(installation.database("gateway"));
        gateway.awaitChanges(installation.database("membership").number("SELECT count(*) FROM event"));
        gateway.awaitProjected();
    }

    private static void importMemberships(BenchmarkRun run, BenchmarkInstallation installation, Path file)
            throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                run.home().resolve("depositary").toString(),
                "import",
                "memberships",
                file.toString(),
                "--data",
                installation.data().toString(),
                "--port",
                Integer.toString(installation.gateway().getPort()));
        command.environment().put("DEPOSITARY_BUILD", "never");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var log = run.data().resolve("import.log");
        var imported =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (imported.waitFor() != 0) {
            throw new IllegalStateException("The import failed; see " + log);
        }
    }

    private static Map<String, Object> parameters(BenchmarkRun run, BenchmarkInstallation installation) {
        URI gateway = installation.gateway();
        return Map.of(
                "origin", gateway.toString(),
                "output", run.data().toString(),
                "organization", LargeRegisterFile.LARGEST_ORGANIZATION,
                "party", LargeRegisterFile.PARTY_OF_ALL,
                "rounds", run.rounds());
    }

    /** Figures have names such as {@code first view, start page}. The name or its part before the comma decides the target. */
    private static void report(BenchmarkRun run, String unit, JsonNode figures) {
        figures.properties().forEach(figure -> {
            var values = values(figure.getValue());
            var kind = figure.getKey().split(",")[0];
            var target = TARGETS.getOrDefault(figure.getKey(), TARGETS.getOrDefault(kind, BenchmarkTarget.none()));
            var spread = "%,.0f to %,.0f".formatted(values.getFirst(), values.getLast());
            run.report()
                    .figure(
                            "%s (%s)".formatted(figure.getKey(), spread),
                            Math.rint(values.get(values.size() / 2)),
                            " " + unit,
                            target);
        });
    }

    private static List<Double> values(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asDouble)
                .sorted()
                .toList();
    }
}
