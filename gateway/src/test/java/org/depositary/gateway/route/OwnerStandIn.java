package org.depositary.gateway.route;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small real HTTP server in the place of the services behind. It tells in its answer what it was sent; by the path it
 * is asked to stream, or to break off.
 */
public class OwnerStandIn implements QuarkusTestResourceLifecycleManager {

    private final AtomicInteger requests = new AtomicInteger();
    private Vertx vertx;
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var url = "http://127.0.0.1:" + server.actualPort();
        return Map.of(
                "depositary.membership.url", url,
                "depositary.documents.url", url,
                // Nobody listens there.
                "depositary.exercises.url", "http://127.0.0.1:1");
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        requests.incrementAndGet();
        if (request.path().contains("stream")) {
            stream(request);
        } else if (request.path().contains("break")) {
            request.connection().close();
        } else {
            var digest = sha256();
            var length = new AtomicInteger();
            request.handler(part -> {
                digest.update(part.getBytes());
                length.addAndGet(part.length());
            });
            request.endHandler(end -> tell(request, length.get(), HexFormat.of().formatHex(digest.digest())));
        }
    }

    private void tell(HttpServerRequest request, int length, String sha256) {
        var headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
        request.response()
                .setStatusCode(request.method().name().equals("POST") ? 201 : 200)
                .putHeader("Location", "/api/membership-changes/1")
                .putHeader("Depositary-Version", "membership:sco/KZ@1")
                .putHeader("Requests-Seen", requests.toString())
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("headers", headers)
                        .put("length", length)
                        .put("sha256", sha256)
                        .toString());
    }

    /** One event at once; the end when the reader has gone. */
    private static void stream(HttpServerRequest request) {
        request.response()
                .putHeader("Content-Type", "text/event-stream")
                .setChunked(true)
                .write(Buffer.buffer("data: first\n\n"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
