package org.depositary.benchmarks.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.benchmarks.fixture.GatewayDatabaseProbe;

/** Measures the import of a file of exercises, from its first byte until the gateway serves the last exercise. */
public final class ExerciseImportBenchmark implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final long BETWEEN_LOOKS = 20;
    private static final int ROWS = 4_000;
    private static final String SIDE = "imported and readable";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "exercise-import";
    }

    @Override
    public String description() {
        return "files of 4,000 exercises with 15,000 participations, each until all of it can be read";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        try (var servers = BenchmarkServers.start(run)) {
            servers.startService("gateway");
            var service = servers.startService("exercises-service");
            var token = servers.token("admin");
            var gateway = new GatewayDatabaseProbe(servers.database("gateway"));
            var rounds = run.inTurns("exercise import", new BenchmarkSide(SIDE, () -> rate(service, token, gateway)));
            run.report().rate("exercises of a file, including projection", rounds, SIDE, BenchmarkTarget.atLeast(500));
        }
    }

    /** Imports another data set, so that all its exercises are new. */
    private double rate(URI service, String token, GatewayDatabaseProbe gateway) throws Exception {
        long before = gateway.changes();
        var file = ExerciseFileGenerator.generate(ROWS, before);
        long begun = System.nanoTime();
        var address = send(service, token, file, "set-" + before);
        var status = awaitEnd(service, token, address);
        int accepted = status.path("accepted").asInt();
        gateway.awaitChanges(before + accepted);
        gateway.awaitProjected();
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (accepted < ROWS * 9 / 10) {
            throw new IllegalStateException("Too few rows were accepted: " + status);
        }
        return accepted / seconds;
    }

    private String send(URI service, String token, String file, String set) throws IOException, InterruptedException {
        var path = "/api/imports/exercises?set=%s&%s".formatted(set, ExerciseFileGenerator.PARAMETERS);
        var request = request(service, token, path)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("The import: %d %s".formatted(answer.statusCode(), answer.body()));
        }
        return "/api/imports/" + JSON.readTree(answer.body()).path("id").asText();
    }

    private JsonNode awaitEnd(URI service, String token, String address) throws IOException, InterruptedException {
        long latest = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < latest) {
            var request = request(service, token, address).GET().build();
            var status =
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            if (status.path("status").asText().equals("completed")) {
                return status;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IllegalStateException("The import %s did not end within %s".formatted(address, TIMEOUT));
    }

    private static HttpRequest.Builder request(URI service, String token, String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }
}
