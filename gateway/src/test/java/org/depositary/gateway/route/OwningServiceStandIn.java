package org.depositary.gateway.route;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small real HTTP server in place of the backend services. Its response describes the request that it received.
 * Words in the path make it behave in special ways, see {@link #answer}.
 */
public class OwningServiceStandIn implements QuarkusTestResourceLifecycleManager {

    /** A body that is larger than all buffers between the server and a client that does not read. */
    private static final Buffer DOWNLOAD = Buffer.buffer(new byte[8 * 1024 * 1024]);

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();
    private final Set<HttpConnection> used = ConcurrentHashMap.newKeySet();
    private Vertx vertx;
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer()
                .connectionHandler(this::count)
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var url = "http://127.0.0.1:" + server.actualPort();
        return Map.of(
                "depositary.membership.url", url,
                "depositary.documents.url", url,
                // A port where no server listens.
                "depositary.exercises.url", "http://127.0.0.1:1");
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void count(HttpConnection connection) {
        connections.incrementAndGet();
        connection.closeHandler(closed -> {
            connections.decrementAndGet();
            used.remove(connection);
        });
    }

    private void answer(HttpServerRequest request) {
        requests.incrementAndGet();
        var path = request.path();
        if (path.equals("/open-streams")) {
            request.response().end(streams.toString());
        } else if (path.contains("stream")) {
            stream(request);
        } else if (path.contains("break")) {
            request.connection().close();
        } else if (path.contains("truncate")) {
            request.response()
                    .putHeader("Content-Length", "1000")
                    .write("{}")
                    .onComplete(written -> request.connection().close());
        } else if (path.contains("download")) {
            request.response().end(DOWNLOAD);
        } else if (path.contains("unsized")) {
            request.response().setChunked(true).end("as long as it is");
        } else if (path.contains("connections")) {
            request.response().end(connections.toString());
        } else if (path.contains("once") && !used.add(request.connection())) {
            // Closes the connection as a service does that closes an idle connection while the next request arrives.
            request.connection().close();
        } else {
            read(request);
        }
    }

    private void read(HttpServerRequest request) {
        var digest = sha256();
        var length = new AtomicInteger();
        request.handler(part -> {
            digest.update(part.getBytes());
            length.addAndGet(part.length());
        });
        request.endHandler(end -> tell(request, length.get(), HexFormat.of().formatHex(digest.digest())));
    }

    private void tell(HttpServerRequest request, int length, String sha256) {
        var headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
        if (request.path().contains("hop")) {
            putFieldsOfThisConnection(request.response().headers());
        }
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

    private static void putFieldsOfThisConnection(MultiMap fields) {
        fields.add("Connection", "keep-alive, X-Hop")
                .add("Connection", "X-Other-Hop")
                .add("Keep-Alive", "timeout=5")
                .add("Proxy-Authenticate", "Basic")
                .add("Proxy-Connection", "keep-alive")
                .add("TE", "trailers")
                .add("Trailer", "X-Sum")
                .add("Upgrade", "h2c")
                .add("X-Hop", "between two")
                .add("X-Other-Hop", "between two")
                .add("X-End", "from end to end");
    }

    /** Sends one event at once, and ends when the client has disconnected. */
    private void stream(HttpServerRequest request) {
        streams.incrementAndGet();
        request.response()
                .closeHandler(gone -> streams.decrementAndGet())
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
