package org.depositary.gateway.hooks.delivery;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.depositary.gateway.hooks.store.AttemptOutcome;

/**
 * One request and its response. Of the response, only the head matters; a long or slow body is not read to its end.
 *
 * <p>Vert.x closes the connection of a request that is reset, even if the response has ended and the connection serves another
 * request already. So all connections have one event loop, and only this loop ends and resets requests: between the end of a
 * response and {@code hasEnded} there is no time for a reset.
 */
final class HttpExchange {

    private static final int MOST_BODY_BYTES = 8 * 1024;
    private static final Duration BODY_TIME = Duration.ofSeconds(1);
    private static final int LONGEST_PROBLEM = 300;
    private static final int MOST_CAUSES = 20;
    private static final int LOWEST_SUCCESS = 200;
    private static final int LOWEST_REDIRECT = 300;
    private static final int LOWEST_CLIENT_ERROR = 400;

    private final Context eventLoop;
    private final HttpClient client;
    private final RequestOptions options;
    private final CompletableFuture<HttpClientResponse> head = new CompletableFuture<>();
    private final CompletableFuture<Void> bodyEnd = new CompletableFuture<>();

    // Only the event loop uses these.
    private boolean isOver;
    private boolean hasEnded;
    private HttpClientRequest opened;
    private int bodyBytes;

    /** @param eventLoop must be the same for all requests of the client */
    HttpExchange(Context eventLoop, HttpClient client, RequestOptions options) {
        this.eventLoop = eventLoop;
        this.client = client;
        this.options = options;
    }

    /** Sends the request. Waits at most {@code limit} for the status, and a moment longer for the end of the body. */
    AttemptOutcome outcome(WebhookRequest request, Instant at, Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        start(request, at);
        try {
            var response = head.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            awaitBody();
            return answered(response, at, start);
        } catch (ExecutionException failure) {
            return failed(at, start, problem(failure.getCause()));
        } catch (TimeoutException failure) {
            return failed(at, start, "No response within %d ms".formatted(limit.toMillis()));
        } finally {
            eventLoop.runOnContext(now -> end());
        }
    }

    private void start(WebhookRequest request, Instant at) {
        options.putHeader("Content-Type", "application/cloudevents+json; charset=utf-8")
                .putHeader("User-Agent", "Depositary")
                .putHeader("webhook-id", request.message())
                .putHeader("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .putHeader("webhook-signature", WebhookSignature.of(request, at));
        eventLoop.runOnContext(now -> client.request(options)
                .onSuccess(connection -> send(connection, request.body()))
                .onFailure(head::completeExceptionally));
    }

    /** The handler of the response is set before anything is sent: set later, it could miss a response that has ended. */
    private void send(HttpClientRequest connection, String body) {
        opened = connection;
        connection.exceptionHandler(head::completeExceptionally);
        connection.response().onSuccess(this::receive).onFailure(head::completeExceptionally);
        if (isOver) {
            connection.reset();
        } else {
            connection.send(Buffer.buffer(body));
        }
    }

    private void receive(HttpClientResponse response) {
        response.handler(this::count)
                .endHandler(end -> {
                    hasEnded = true;
                    bodyEnd.complete(null);
                })
                .exceptionHandler(broken -> bodyEnd.complete(null));
        head.complete(response);
    }

    private void count(Buffer part) {
        bodyBytes += part.length();
        if (bodyBytes > MOST_BODY_BYTES) {
            bodyEnd.complete(null);
            end();
        }
    }

    private void awaitBody() throws InterruptedException, ExecutionException {
        try {
            bodyEnd.get(BODY_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slowBody) {
            // The status has decided already. The caller closes the connection.
        }
    }

    /** Closes the connection, unless the response has ended, so that it can serve another request. */
    private void end() {
        isOver = true;
        if (opened != null && !hasEnded) {
            opened.reset();
        }
    }

    private static AttemptOutcome answered(HttpClientResponse response, Instant at, long start) {
        int status = response.statusCode();
        boolean isSuccess = status >= LOWEST_SUCCESS && status < LOWEST_REDIRECT;
        return new AttemptOutcome(
                at,
                millisSince(start),
                Optional.of(status),
                isSuccess ? Optional.empty() : Optional.of(refusal(status)),
                isSuccess ? Optional.empty() : retryAfter(response, at));
    }

    private static Optional<Duration> retryAfter(HttpClientResponse response, Instant at) {
        return RetryAfter.parse(response.getHeader("Retry-After"), at).map(RetryPolicy::bounded);
    }

    private static String refusal(int status) {
        boolean isRedirect = status >= LOWEST_REDIRECT && status < LOWEST_CLIENT_ERROR;
        return "The receiver answered %d%s".formatted(status, isRedirect ? ". Redirects are not followed" : "");
    }

    static AttemptOutcome failed(Instant at, long start, String problem) {
        return new AttemptOutcome(at, millisSince(start), Optional.empty(), Optional.of(problem), Optional.empty());
    }

    /** The first cause says most: why a certificate was not accepted, for example. */
    private static String problem(Throwable failure) {
        var causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
        var first = causes.getLast();
        var text = first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage();
        boolean isTls = causes.stream().anyMatch(SSLException.class::isInstance);
        var oneLine = (isTls ? "No secure connection: " + text : text).replaceAll("\\p{Cntrl}+", " ");
        return oneLine.substring(0, Math.min(oneLine.length(), LONGEST_PROBLEM));
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
