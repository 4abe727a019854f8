package org.depositary.verify;

import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An HTTP client of the public origin, with or without a token. Headers are given as name, value, name, value. */
final class OriginClient {

    /** The short timeout of requests that may get no response and are repeated. */
    private static final Duration SHORT = Duration.ofSeconds(20);

    /** The distance from the public port of a process to its management port. */
    static final int TO_MANAGEMENT = 1000;

    private static final String NOT_YET = "/problems/not-yet-projected";

    private final HttpClient http;
    private final URI origin;
    private final List<String> credentials;
    private final Duration timeoutOfTries;

    private OriginClient(HttpClient http, URI origin, List<String> credentials) {
        this(http, origin, credentials, SHORT);
    }

    private OriginClient(HttpClient http, URI origin, List<String> credentials, Duration timeoutOfTries) {
        this.http = http;
        this.origin = origin;
        this.credentials = credentials;
        this.timeoutOfTries = timeoutOfTries;
    }

    static OriginClient of(URI origin) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .build();
        return new OriginClient(http, origin, List.of());
    }

    OriginClient with(String token) {
        return new OriginClient(http, origin, List.of("Authorization", "Bearer " + token));
    }

    /** A client that sends these headers with each request. */
    OriginClient withHeaders(String... headers) {
        var all = new ArrayList<>(credentials);
        all.addAll(List.of(headers));
        return new OriginClient(http, origin, all);
    }

    /** A client that does not give up a request that is only slow. */
    OriginClient withoutShortTimeout() {
        return new OriginClient(http, origin, credentials, LIMIT);
    }

    URI origin() {
        return origin;
    }

    /** A client of the management interface of the same process: health and metrics. */
    OriginClient management() {
        var management = URI.create("http://%s:%d".formatted(origin.getHost(), origin.getPort() + TO_MANAGEMENT));
        return new OriginClient(http, management, List.of());
    }

    /** Whether the process reports that it is ready, and answers on its public port. */
    boolean isReady() {
        try {
            var health = management().trySend("GET", "/q/health/ready", BodyPublishers.noBody());
            // The management port can open before the public one.
            trySend("HEAD", "/", BodyPublishers.noBody());
            return health.status() == 200;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    GatewayAnswer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Reads the own write: retries until the gateway has it or reports that it cannot have it. */
    GatewayAnswer getAfter(String version, String path) {
        return await().until(
                        () -> get(path, "Depositary-After", version, "Prefer", "wait=30"),
                        answer -> answer.status() != 503
                                || !answer.body().path("type").asText().equals(NOT_YET));
    }

    GatewayAnswer put(String path, Object body, String... headers) {
        return send("PUT", path, json(body), withJson(headers));
    }

    GatewayAnswer post(String path, Object body, String... headers) {
        return send("POST", path, json(body), withJson(headers));
    }

    GatewayAnswer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    GatewayAnswer send(String method, String path, BodyPublisher body, String... headers) {
        try {
            return trySend(method, path, body, LIMIT, headers);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        }
    }

    /** Sends one POST without a retry. Throws IOException if the connection fails before a response has arrived. */
    GatewayAnswer tryPost(String path, Object body, String... headers) throws IOException {
        return trySend("POST", path, json(body), withJson(headers));
    }

    /** Sends one PUT without a retry. Throws IOException if the connection fails before a response has arrived. */
    GatewayAnswer tryPut(String path, Object body) throws IOException {
        return trySend("PUT", path, json(body), withJson());
    }

    GatewayAnswer trySend(String method, String path, BodyPublisher body, String... headers) throws IOException {
        return trySend(method, path, body, timeoutOfTries, headers);
    }

    private GatewayAnswer trySend(String method, String path, BodyPublisher body, Duration timeout, String... headers)
            throws IOException {
        var request =
                HttpRequest.newBuilder(origin.resolve(path)).timeout(timeout).method(method, body);
        var all = new ArrayList<>(credentials);
        all.addAll(List.of(headers));
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new GatewayAnswer(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String[] withJson(String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return all.toArray(String[]::new);
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(body instanceof String s ? s : GatewayAnswer.JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
