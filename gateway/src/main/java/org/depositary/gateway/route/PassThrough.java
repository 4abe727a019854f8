package org.depositary.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ProblemJson;
import org.jboss.logging.Logger;

/** Passes requests on to one service, and its answers back: unchanged, and as they come. */
final class PassThrough implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(PassThrough.class);
    private static final int CONNECTIONS = 512;
    private static final int CONNECT_MILLIS = 2_000;

    private final String owner;
    private final BodyLimits limits;
    private final HttpProxy proxy;

    PassThrough(String owner, URI service, BodyLimits limits, Vertx vertx) {
        var client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setConnectTimeout(CONNECT_MILLIS));
        this.owner = owner;
        this.limits = limits;
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(service.getPort(), service.getHost())
                .addInterceptor(this);
    }

    void handle(HttpServerRequest request) {
        proxy.handle(request);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        var given = request.getBody();
        long limit = limits.of(request.proxiedRequest());
        var body = new LimitedBody(given.stream(), limit);
        request.setBody(Body.body(body, given.length()));
        // The gateway has answered it already.
        request.headers().remove("Expect");
        return context.sendRequest()
                .recover(failure -> Future.succeededFuture(
                        answer(context, body.isTooLarge() ? BodyLimits.tooLarge(limit) : unavailable(failure))));
    }

    private Problem unavailable(Throwable failure) {
        LOG.warnf("The %s service does not answer: %s", owner, failure.getMessage());
        return Problem.of(ProblemType.UNAVAILABLE, "The %s service does not answer now".formatted(owner));
    }

    private static ProxyResponse answer(ProxyContext context, Problem problem) {
        var response = context.request()
                .release()
                .response()
                .setStatusCode(problem.type().status())
                .setBody(Body.body(Buffer.buffer(ProblemJson.of(problem).toJson())))
                .putHeader("Content-Type", ProblemJson.MEDIA_TYPE);
        problem.retryAfter().ifPresent(wait -> response.putHeader("Retry-After", String.valueOf(wait.toSeconds())));
        return response;
    }
}
