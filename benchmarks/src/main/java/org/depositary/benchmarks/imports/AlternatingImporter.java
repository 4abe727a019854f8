package org.depositary.benchmarks.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/** Imports the two editions of a data set through the gateway, again and again in turns. */
final class AlternatingImporter implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final long BETWEEN_LOOKS = 200;

    record Ended(JsonNode status, double seconds) {

        @Override
        public String toString() {
            return "%,d rows, %d accepted, %d corrected, %d retracted, %d kept, %d rejected, after %.1f s"
                    .formatted(
                            count("rows"),
                            count("accepted"),
                            count("corrected"),
                            count("retracted"),
                            count("kept"),
                            count("rejected"),
                            seconds);
        }

        private int count(String field) {
            return status.path(field).asInt();
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;
    private final String token;
    private final List<Path> editions;
    private final List<Ended> ended = new CopyOnWriteArrayList<>();
    private volatile List<String> facts = List.of();

    AlternatingImporter(URI gateway, String token, List<Path> editions) {
        this.gateway = gateway;
        this.token = token;
        this.editions = editions;
    }

    /** Imports editions in turns while the condition holds. Returns after the end of the last import. */
    void alternateWhile(BooleanSupplier condition, ResponseCounter tally) throws IOException, InterruptedException {
        do {
            importNext(tally);
        } while (condition.getAsBoolean());
    }

    List<Ended> ended() {
        return ended;
    }

    /** Returns the URLs of the facts that the first import has recorded. Empty until that import has ended. */
    List<String> facts() {
        return facts;
    }

    private void importNext(ResponseCounter tally) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var address = send(editions.get(ended.size() % editions.size()));
        var status = awaitEnd(address, tally);
        if (!status.path("status").asText().equals("completed")) {
            throw new IllegalStateException("The import %s did not complete: %s".formatted(address, status));
        }
        if (ended.isEmpty()) {
            facts = facts(address);
        }
        ended.add(new Ended(status, (System.nanoTime() - begun) / 1e9));
    }

    private String send(Path edition) throws IOException, InterruptedException {
        var request = request("/api/imports/memberships?format=state-years&set=world")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofFile(edition));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("The import of %s: %d %s".formatted(edition, answer.statusCode(), answer.body()));
        }
        return "/api/imports/" + JSON.readTree(answer.body()).path("id").asText();
    }

    private JsonNode awaitEnd(String address, ResponseCounter tally) throws IOException, InterruptedException {
        long latest = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < latest) {
            var answer = get(address);
            if (answer.statusCode() != 200) {
                tally.answered("importer", "GET", address, answer.statusCode(), answer.body());
            } else if (!JSON.readTree(answer.body()).path("status").asText().equals("running")) {
                return JSON.readTree(answer.body());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IllegalStateException("The import %s did not end within %s".formatted(address, TIMEOUT));
    }

    private List<String> facts(String address) throws IOException, InterruptedException {
        var report = JSON.readTree(
                get(address + "/report?outcome=accepted&limit=1000").body());
        return StreamSupport.stream(report.path("items").spliterator(), false)
                .map(item -> item.path("fact").asText())
                .toList();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        http.close();
    }
}
