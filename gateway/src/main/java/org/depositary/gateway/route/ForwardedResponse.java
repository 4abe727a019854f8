package org.depositary.gateway.route;

import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jboss.logging.Logger;

/** Sends the response of a backend service to the client. */
final class ForwardedResponse {

    private static final Logger LOG = Logger.getLogger(ForwardedResponse.class);
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

    private final HttpClientResponse answer;
    private final RoutingContext context;
    private final HttpServerResponse response;

    ForwardedResponse(HttpClientResponse answer, RoutingContext context) {
        this.answer = answer;
        this.context = context;
        this.response = context.response();
    }

    void send() {
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        HopByHopHeaders.copyOthers(answer.headers(), response.headers());
        boolean untilClosed = false;
        if (hasBody() && !answer.headers().contains("Content-Length")) {
            untilClosed = context.request().version() == HttpVersion.HTTP_1_0;
            response.setChunked(!untilClosed);
        }
        if (untilClosed) {
            // For an HTTP/1.0 client, only the end of the connection shows where a body without Content-Length ends.
            context.addHeadersEndHandler(head -> response.headers().set("Connection", "close"));
            context.addEndHandler(end -> context.request().connection().close());
        }
        answer.end().onFailure(this::breakOff);
        answer.pipe().endOnFailure(false).to(response);
    }

    private boolean hasBody() {
        return !context.request().method().equals(HttpMethod.HEAD) && !WITHOUT_BODY.contains(answer.statusCode());
    }

    /** Resets the connection, so that the client sees that the response is incomplete. */
    private void breakOff(Throwable failure) {
        boolean clientHasLeft = failure instanceof StreamResetException || response.closed();
        if (!clientHasLeft) {
            LOG.warnf("The response to %s was cut off: %s", context.request().path(), failure.getMessage());
            response.reset();
        }
    }
}
