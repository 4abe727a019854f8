package org.depositary.benchmarks.read;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.benchmarks.fixture.GatewayDatabaseProbe;
import org.depositary.benchmarks.fixture.SampleChanges;
import org.postgresql.PGConnection;

/** Compares the export of all changes over HTTP with COPY of the same rows, both over loopback. */
public final class ExportBenchmark implements Benchmark {

    private static final String EXPORT = "export";
    private static final String COPY = "COPY";
    private static final double TARGET = 0.5;
    private static final int CHANGES = 100_000;
    private static final int TIMES = 3;
    private static final long NANOS = 1_000_000_000L;
    private static final double MIB = 1024 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final int TO_MANAGEMENT = 1000;
    private static final Pattern HEAP =
            Pattern.compile("^jvm_memory_used_bytes\\{area=\"heap\".*} (\\S+)$", Pattern.MULTILINE);

    /** Counts the lines of what it discards. */
    private static final class LineCounter extends OutputStream {

        private long lines;

        @Override
        public void write(int one) {
            lines += one == '\n' ? 1 : 0;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                lines += bytes[i] == '\n' ? 1 : 0;
            }
        }
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String description() {
        return "export of 100,000 changes as NDJSON over HTTP, against COPY TO STDOUT of the same rows";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        try (var servers = BenchmarkServers.start(run)) {
            var address = servers.startService("gateway");
            var gateway = new GatewayDatabaseProbe(servers.database("gateway"));
            run.say("  writing the change log");
            SampleChanges.write(gateway, CHANGES);
            try (var client = HttpClient.newHttpClient()) {
                var rounds = run.inTurns(
                        "changes",
                        new BenchmarkSide(EXPORT, () -> rate(() -> export(client, address))),
                        new BenchmarkSide(COPY, () -> rate(() -> copy(gateway.database()))));
                run.report().ratio("exported changes", rounds, EXPORT, COPY, "/s", BenchmarkTarget.atLeast(TARGET));
                run.report()
                        .figure("heap of the gateway after it", heap(client, address), " MiB", BenchmarkTarget.none());
            }
        }
    }

    @FunctionalInterface
    private interface Transfer {
        long lines() throws Exception;
    }

    private static double rate(Transfer transfer) throws Exception {
        long began = System.nanoTime();
        for (int time = 0; time < TIMES; time++) {
            long lines = transfer.lines();
            if (lines != CHANGES) {
                throw new IllegalStateException("%d lines instead of %d".formatted(lines, CHANGES));
            }
        }
        return (double) TIMES * CHANGES * NANOS / (System.nanoTime() - began);
    }

    private static long export(HttpClient client, URI gateway) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve("/api/exports/changes.ndjson"))
                .build();
        var counter = new LineCounter();
        try (var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            var buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                counter.write(buffer, 0, read);
            }
        }
        // The last line has the number of rows.
        return counter.lines - 1;
    }

    private static long copy(BenchmarkDatabase database) throws Exception {
        var counter = new LineCounter();
        try (var connection = database.connect()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT epoch, seq, cloudevent FROM change ORDER BY seq) TO STDOUT", counter);
        }
        return counter.lines;
    }

    private static double heap(HttpClient client, URI gateway) throws IOException, InterruptedException {
        var metrics =
                URI.create("http://%s:%d/q/metrics".formatted(gateway.getHost(), gateway.getPort() + TO_MANAGEMENT));
        var text = client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();
        return HEAP.matcher(text)
                        .results()
                        .mapToDouble(used -> Double.parseDouble(used.group(1)))
                        .sum()
                / MIB;
    }
}
