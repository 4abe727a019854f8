package org.depositary.benchmarks.hooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.benchmarks.fixture.GatewayDatabaseProbe;
import org.depositary.benchmarks.fixture.SampleChanges;

/**
 * Measures how fast one webhook delivers a backlog, against a bare HTTP client that sends the same bodies to the same receiver, one
 * after the other. The webhook also signs each change, and stores each outcome with its position.
 */
public final class WebhookBacklogBenchmark implements Benchmark {

    private static final int CHANGES = 5_000;
    private static final String WEBHOOK = "webhook";
    private static final String BARE = "bare client";
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public String description() {
        return "a backlog of %,d changes to one webhook, against a bare client that sends the same bodies"
                .formatted(CHANGES);
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        allowLoopback(run);
        try (var servers = BenchmarkServers.start(run);
                var receiver = new BacklogReceiver();
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            var webhooks = servers.startService("gateway").resolve("/api/webhooks");
            var gateway = new GatewayDatabaseProbe(servers.database("gateway"));
            run.say("  writing the change log");
            SampleChanges.write(gateway, CHANGES);
            var token = servers.token("contributor");
            var bodies = delivered(client, webhooks, token, receiver);
            var rounds = run.inTurns(
                    "backlog",
                    new BenchmarkSide(WEBHOOK, () -> rate(() -> delivered(client, webhooks, token, receiver))),
                    new BenchmarkSide(BARE, () -> rate(() -> sent(client, receiver, bodies))));
            run.report().ratio("backlog of a webhook, changes", rounds, WEBHOOK, BARE, "/s", BenchmarkTarget.none());
        }
    }

    /** The receiver is on loopback. */
    private static void allowLoopback(BenchmarkRun run) throws IOException {
        var gateway = Files.createDirectories(run.data().resolve("servers/gateway"));
        Files.writeString(gateway.resolve("environment"), "DEPOSITARY_WEBHOOKS_ALLOW_PRIVATE=true\n");
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static double rate(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (double) CHANGES * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - began);
    }

    /** Makes a webhook that begins with the first change, and deletes it when the receiver has all. Returns what it sent. */
    private static Map<String, byte[]> delivered(
            HttpClient client, URI webhooks, String token, BacklogReceiver receiver) throws Exception {
        receiver.expect(CHANGES);
        var body = "{\"url\": \"%s\", \"since\": \"2025-01-01T00:00:00Z\"}".formatted(receiver.url());
        var request = HttpRequest.newBuilder(webhooks)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        var created = client.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        var id = ID.matcher(created.body());
        if (created.statusCode() != 201 || !id.find()) {
            throw new IllegalStateException(created.statusCode() + " " + created.body());
        }
        var bodies = receiver.await();
        var webhook = URI.create(webhooks + "/" + id.group(1));
        client.send(request.uri(webhook).DELETE().build(), BodyHandlers.discarding());
        return bodies;
    }

    private static void sent(HttpClient client, BacklogReceiver receiver, Map<String, byte[]> bodies) throws Exception {
        receiver.expect(bodies.size());
        for (var message : bodies.entrySet()) {
            var request = HttpRequest.newBuilder(receiver.url())
                    .header("webhook-id", message.getKey())
                    .header("Content-Type", "application/cloudevents+json")
                    .POST(BodyPublishers.ofByteArray(message.getValue()))
                    .build();
            client.send(request, BodyHandlers.discarding());
        }
        receiver.await();
    }
}
