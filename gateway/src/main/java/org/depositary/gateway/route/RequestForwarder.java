package org.depositary.gateway.route;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.telemetry.TraceParent;
import org.jboss.logging.Logger;

/**
 * Forwards requests to one backend service, and streams its responses to the client without a change.
 *
 * <p>Small commands share a pool of connections. A download or a large upload, which its client can break off, has a
 * connection of its own: Vert.x closes the connection of a request that is reset, even if the pool has lent it to
 * another request by then (https://github.com/eclipse-vertx/vert.x/issues/6294).
 */
final class RequestForwarder {

    private static final Logger LOG = Logger.getLogger(RequestForwarder.class);
    private static final int CONNECTIONS = 512;
    private static final int CONNECT_MILLIS = 2_000;
    /**
     * Shorter than quarkus.http.idle-timeout of the services, and than their quarkus.shutdown.delay on Kubernetes, so that the
     * gateway closes an idle connection first.
     */
    private static final int KEEP_ALIVE_SECONDS = 20;
    /** Size of a body in bytes up to which it is read completely before it is forwarded. */
    private static final int SMALL = 64 * 1024;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<HttpMethod> IDEMPOTENT = Set.of(HttpMethod.PUT, HttpMethod.DELETE);

    private final String owner;
    private final URI service;
    private final BodyLimits limits;
    private final HttpClient shared;
    private final HttpClient single;

    RequestForwarder(String owner, URI service, BodyLimits limits, Vertx vertx) {
        var options = new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setConnectTimeout(CONNECT_MILLIS);
        this.owner = owner;
        this.service = service;
        this.limits = limits;
        this.shared = vertx.createHttpClient(new HttpClientOptions(options).setKeepAliveTimeout(KEEP_ALIVE_SECONDS));
        this.single = vertx.createHttpClient(new HttpClientOptions(options).setKeepAlive(false));
    }

    void handle(RoutingContext context) {
        var request = context.request();
        if (READS.contains(request.method())) {
            read(context);
        } else if (BodyLimits.length(request).orElse(Long.MAX_VALUE) <= SMALL) {
            request.body().onSuccess(body -> sendWhole(context, body));
            request.resume();
        } else {
            stream(context);
        }
    }

    private void read(RoutingContext context) {
        // Discards the body of a read, because it has no meaning (RFC 9110, section 9.3.1).
        var request = context.request().resume();
        open(single, request)
                .compose(passed -> {
                    passed.headers().remove("Content-Length");
                    context.addEndHandler(endedOrLeft -> passed.reset());
                    return passed.send();
                })
                .onSuccess(answer -> new ForwardedResponse(answer, context).send())
                .onFailure(failure -> unavailable(context, failure));
    }

    /**
     * Forwards a body that was read completely. If the client disconnects from now on, the service still does its
     * work, and its response is discarded.
     */
    private void sendWhole(RoutingContext context, Buffer body) {
        var request = context.request();
        send(shared, request, body)
                .recover(failure -> mayBeRepeated(request) ? send(single, request, body) : Future.failedFuture(failure))
                .onSuccess(answer -> new ForwardedResponse(answer, context).send())
                .onFailure(failure -> unavailable(context, failure));
    }

    private Future<HttpClientResponse> send(HttpClient client, HttpServerRequest request, Buffer body) {
        return open(client, request).compose(passed -> passed.send(body));
    }

    /**
     * Whether the request may be sent again (RFC 9110, section 9.2.2). This is needed if the service closes a shared
     * idle connection while the request is sent.
     */
    private static boolean mayBeRepeated(HttpServerRequest request) {
        return IDEMPOTENT.contains(request.method()) || request.headers().contains("Idempotency-Key");
    }

    private void stream(RoutingContext context) {
        var request = context.request().pause();
        var body = new SizeLimitedBody(request, limits.of(request));
        open(single, request)
                .compose(passed -> {
                    passed.setChunked(!request.headers().contains("Content-Length"));
                    body.pipe().endOnFailure(false).to(passed).onFailure(ended -> {
                        // Resets only if the client broke off. If the service closed the connection, the response fails
                        // by itself.
                        if (body.isBrokenOff()) {
                            passed.reset();
                        }
                    });
                    return passed.response();
                })
                .onSuccess(answer -> new ForwardedResponse(answer, context).send())
                .onFailure(failure -> {
                    if (body.isTooLarge()) {
                        RequestRouter.refuse(request, BodyLimits.tooLarge(limits.of(request)));
                    } else {
                        unavailable(context, failure);
                    }
                });
    }

    /** Opens the request to the service, without its body. Fails if the client has disconnected. */
    private Future<HttpClientRequest> open(HttpClient client, HttpServerRequest request) {
        var address = new RequestOptions()
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setMethod(request.method())
                .setURI(request.uri());
        return client.request(address).compose(passed -> {
            // An empty handler, because Vert.x would log each failure, which the response's future reports too.
            passed.exceptionHandler(failure -> {});
            if (request.response().closed()) {
                passed.reset();
                return Future.failedFuture("The client has left");
            }
            HopByHopHeaders.copyOthers(request.headers(), passed.headers());
            // Vert.x sets the service's own Host. The gateway has already answered Expect.
            passed.headers().remove("Host").remove("Expect");
            if (Span.current().getSpanContext().isValid()) {
                // Vert.x adds the span of the forwarding. A second traceparent, of the client, would hide it.
                passed.headers().remove(TraceParent.HEADER).remove("tracestate");
            }
            return Future.succeededFuture(passed);
        });
    }

    private void unavailable(RoutingContext context, Throwable failure) {
        boolean clientHasLeft =
                failure instanceof StreamResetException || context.response().closed();
        if (!clientHasLeft) {
            LOG.warnf("The %s service does not respond: %s", owner, failure.getMessage());
            RequestRouter.refuse(
                    context.request(),
                    Problem.of(ProblemType.UNAVAILABLE, "The %s service does not respond now".formatted(owner)));
        }
    }
}
