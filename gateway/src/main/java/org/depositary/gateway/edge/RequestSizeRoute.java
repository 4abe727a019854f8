package org.depositary.gateway.edge;

import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/**
 * Refuses URLs and headers over their limits, and paths with matrix parameters. The HTTP server has higher limits (quarkus.http.limits), at which it can
 * only close the connection.
 */
@ApplicationScoped
class RequestSizeRoute {

    static final int MAX_URL = 8 * 1024;
    static final int MAX_HEADERS = 20 * 1024;
    static final int MAX_FIELDS = 200;

    void register(@Observes Router router) {
        router.route().order(-SecurityHandlerPriorities.CORS + 1).handler(RequestSizeRoute::check);
    }

    private static void check(RoutingContext context) {
        problem(context.request()).ifPresentOrElse(problem -> Refusal.send(context, problem), context::next);
    }

    private static Optional<Problem> problem(HttpServerRequest request) {
        if (request.path() != null && request.path().indexOf(';') >= 0) {
            // Resources ignore what follows a semicolon, but rules by path do not.
            return Optional.of(Problem.of(ProblemType.MALFORMED, "The path contains a semicolon. Write it as %3B"));
        }
        if (request.uri().length() > MAX_URL) {
            return Optional.of(
                    Problem.of(ProblemType.URI_TOO_LONG, "The URL is longer than %d characters".formatted(MAX_URL)));
        }
        int size = 0;
        int fields = 0;
        for (var field : request.headers()) {
            size += field.getKey().length() + field.getValue().length();
            fields++;
        }
        return size > MAX_HEADERS || fields > MAX_FIELDS
                ? Optional.of(Problem.of(
                        ProblemType.HEADERS_TOO_LARGE,
                        "The header has more than %d fields or %d characters".formatted(MAX_FIELDS, MAX_HEADERS)))
                : Optional.empty();
    }
}
