package org.depositary.benchmarks.imports;

import static org.depositary.benchmarks.imports.CommandClient.Mode.CLOSE;
import static org.depositary.benchmarks.imports.CommandClient.Mode.CLOSE_1_0;
import static org.depositary.benchmarks.imports.CommandClient.Mode.KEEP;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkReport;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkInstallation;
import org.depositary.benchmarks.imports.CommandClient.Mode;

/**
 * Measures commands during imports: ten clients send commands of all kinds while two editions of a world-sized data
 * set are imported in turns.
 */
public final class CommandsDuringImportsBenchmark implements Benchmark {

    /** Half of the clients close the connection after each response. */
    private static final List<Mode> CLIENTS =
            List.of(KEEP, CLOSE, KEEP, CLOSE, KEEP, CLOSE, KEEP, CLOSE, KEEP, CLOSE_1_0);

    private static final int WARM_UP_PART = 10;
    private static final Duration DRAINING = Duration.ofMinutes(2);
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.99;
    private static final double WORST = 1;
    private static final String IMPORTER = "local-admin";

    @Override
    public String name() {
        return "commands-during-imports";
    }

    @Override
    public String description() {
        return "DEPOSITARY_BENCHMARK_COMMANDS (30,000) mixed commands by ten clients, during imports of "
                + "DEPOSITARY_BENCHMARK_ORGANIZATIONS (534): answers, and delay until Kafka";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        int commands = setting("DEPOSITARY_BENCHMARK_COMMANDS", 30_000);
        run.say("  writing two editions of the set");
        var editions = WorldDataSetGenerator.write(run.data(), setting("DEPOSITARY_BENCHMARK_ORGANIZATIONS", 534));
        try (var installation = BenchmarkInstallation.start(run, "installation");
                var importer = new AlternatingImporter(installation.gateway(), installation.token("admin"), editions)) {
            var clients = clients(installation, importer);
            var load = new MixedLoad(run, clients, importer, ServiceOutboxes.of(installation));
            try {
                warmUp(run, load, commands / WARM_UP_PART);
                measure(run, load, commands, installation.kafka());
            } finally {
                for (var client : clients) {
                    client.close();
                }
            }
        }
    }

    private static int setting(String name, int otherwise) {
        return Integer.parseInt(System.getenv().getOrDefault(name, Integer.toString(otherwise)));
    }

    private static List<CommandClient> clients(BenchmarkInstallation installation, AlternatingImporter importer) {
        var clients = new ArrayList<CommandClient>();
        var token = installation.token("curator");
        for (var mode : CLIENTS) {
            clients.add(new CommandClient(installation.gateway(), token, clients.size(), mode, importer));
        }
        return clients;
    }

    private static void warmUp(BenchmarkRun run, MixedLoad load, int commands) throws Exception {
        run.say("  the first import, and commands until the services are warm");
        var tally = new ResponseCounter(run.data().resolve("failures-of-warm-up.log"));
        load.clients().getFirst().registerShared(tally);
        load.send(commands, tally);
        load.outboxes().awaitEmpty(DRAINING);
        load.importer().ended().forEach(ended -> run.say("    import: " + ended));
        run.say("    answers: " + tally.answers());
    }

    private static void measure(BenchmarkRun run, MixedLoad load, int commands, String kafka) throws Exception {
        run.say("  commands during imports");
        var failures = run.data().resolve("failures.log");
        var tally = new ResponseCounter(failures);
        int before = load.importer().ended().size();
        var since = Instant.now();
        double seconds = load.send(commands, tally);
        long waiting = load.outboxes().awaitEmpty(DRAINING);
        var events = PublishedEvents.recordedSince(since, kafka);
        long lost = load.outboxes().recordedSince(since) - events.all().size();
        var imports = load.importer().ended().stream().skip(before).toList();
        imports.forEach(ended -> run.say("    import: " + ended));
        run.say("    answers: " + tally.answers());
        run.say("    slowest event: " + events.slowest());
        if (tally.failures() + tally.unanswered() + tally.answeredOtherwise() > 0) {
            run.say("    the failed requests are in " + failures);
        }
        run.report().figure("mixed commands during imports", "%,.0f/s".formatted(commands / seconds));
        run.report().figure("imports meanwhile", seconds(imports));
        answers(run.report(), tally);
        events(run.report(), events);
        run.report().figure("events still in an outbox", waiting, "", BenchmarkTarget.atMost(0));
        run.report().figure("events recorded and not at Kafka", lost, "", BenchmarkTarget.atMost(0));
    }

    private static String seconds(List<AlternatingImporter.Ended> imports) {
        return imports.stream()
                .map(ended -> "%.0f s".formatted(ended.seconds()))
                .collect(Collectors.joining(", "));
    }

    private static void answers(BenchmarkReport report, ResponseCounter tally) {
        tally.answers().forEach((answer, count) -> report.figure("answers " + answer, "%,d".formatted(count)));
        report.figure("answers 5xx, other than busy", tally.failures(), "", BenchmarkTarget.atMost(0));
        report.figure("requests without an answer", tally.unanswered(), "", BenchmarkTarget.atMost(0));
        report.figure("repeats with another answer", tally.answeredOtherwise(), "", BenchmarkTarget.atMost(0));
    }

    private static void events(BenchmarkReport report, PublishedEvents events) {
        var all = events.delays(any -> true);
        report.figure("all events", "%,d".formatted(events.all().size()));
        report.figure("event at Kafka after, p50", all.percentile(MEDIAN) / 1e3, " s", BenchmarkTarget.atMost(2));
        report.figure("event at Kafka after, p99", all.percentile(HIGH) / 1e3, " s", BenchmarkTarget.none());
        report.figure("event at Kafka after, worst", all.percentile(WORST) / 1e3, " s", BenchmarkTarget.atMost(10));
        var commands = events.delays(event -> !event.actor().equals(IMPORTER));
        report.figure("a command's event, p50", commands.percentile(MEDIAN) / 1e3, " s", BenchmarkTarget.atMost(2));
        report.figure("a command's event, worst", commands.percentile(WORST) / 1e3, " s", BenchmarkTarget.atMost(10));
    }
}
