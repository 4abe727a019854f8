package org.depositary.verify.histories;

import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.depositary.verify.SharedOrigin.Origin;

/** Sends requests to the public origin as a curator, or as an administrator if necessary. */
public final class CuratorHttp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    public record Reply(int status, HttpHeaders headers, JsonNode body) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public List<JsonNode> items() {
            return StreamSupport.stream(body.path("items").spliterator(), false).toList();
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Origin origin;
    private final String curator;
    private final String administrator;

    CuratorHttp(Origin origin) {
        this.origin = origin;
        this.curator = origin.token().apply("curator");
        this.administrator = origin.token().apply("admin");
    }

    /** Retries while a busy machine cannot serve the read. */
    public Reply get(String path, String... headers) {
        return await().pollDelay(Duration.ZERO)
                .until(
                        () -> send(request(path, headers).GET()),
                        reply -> !reply.body().path("type").asText().equals("/problems/unavailable"));
    }

    /** Reads the own writes: retries until the gateway has them or reports that it cannot have them. */
    Reply getAfter(String versions, String path) {
        return await().pollDelay(Duration.ZERO)
                .until(
                        () -> get(path, "Depositary-After", versions, "Prefer", "wait=30"),
                        reply -> !reply.body().path("type").asText().equals("/problems/not-yet-projected"));
    }

    /** Waits for the end of an import. Returns its status. */
    JsonNode ended(String address) {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .until(
                        () -> get(address).body(),
                        status -> !status.path("status").asText().equals("running"));
    }

    /** All pages of a list. */
    public List<JsonNode> list(String path) {
        var items = new ArrayList<JsonNode>();
        var page = get(path);
        items.addAll(required(path, page).items());
        while (page.body().hasNonNull("next")) {
            page = get(path + "&after=" + page.body().path("next").asText());
            items.addAll(required(path, page).items());
        }
        return items;
    }

    private static Reply required(String path, Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError("GET %s: %d %s".formatted(path, reply.status(), reply.body()));
        }
        return reply;
    }

    public Reply send(OperationRequest request) {
        boolean isFile = request.isAboutImports();
        var type = isFile ? "text/csv" : "application/json";
        var token = isFile ? administrator : curator;
        return send(request(request.path(), "Content-Type", type, "Authorization", "Bearer " + token)
                .method(request.method(), BodyPublishers.ofString(request.body())));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(origin.address().resolve(path)).timeout(LIMIT);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers(), JSON.readTree(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
