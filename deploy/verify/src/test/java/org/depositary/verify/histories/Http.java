package org.depositary.verify.histories;

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

/** Requests to the public origin, in a curator's name. */
final class Http {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** An answer. */
    record Reply(int status, HttpHeaders headers, JsonNode body) {

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        List<JsonNode> items() {
            return StreamSupport.stream(body.path("items").spliterator(), false).toList();
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Origin origin;
    private final String token;

    Http(Origin origin) {
        this.origin = origin;
        this.token = origin.token().apply("curator");
    }

    Reply get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** All pages of a list. */
    List<JsonNode> list(String path) {
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

    Reply send(String method, String path, String body) {
        return send(request(path, "Content-Type", "application/json", "Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(origin.address().resolve(path)).timeout(PATIENCE);
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
