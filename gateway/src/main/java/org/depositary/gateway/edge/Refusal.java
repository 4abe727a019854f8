package org.depositary.gateway.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.http.ProblemJson;

/** Sends a problem in place of all further work for a request. */
final class Refusal {

    /** Size of a body in bytes up to which it is read and discarded, so that the connection can be used again. */
    private static final int SMALL = 64 * 1024;

    private Refusal() {}

    static void send(RoutingContext context, Problem problem) {
        var request = context.request();
        if (!hasSmallBody(request)) {
            context.response().putHeader("Connection", "close");
        }
        ProblemJson.send(problem, context.response());
        request.resume();
    }

    private static boolean hasSmallBody(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return !request.headers().contains("Transfer-Encoding")
                && (length == null || length.length() < 10 && Long.parseLong(length) <= SMALL);
    }
}
