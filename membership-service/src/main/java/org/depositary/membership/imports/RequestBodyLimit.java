package org.depositary.membership.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ProblemJson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Only imports may have a large body: they are written down as they come. Everything else is read as a whole.
 */
@ApplicationScoped
class RequestBodyLimit {

    /** After the limit that holds for all, which this one lowers. */
    private static final int ORDER = -1;

    private final long largest;

    RequestBodyLimit(@ConfigProperty(name = "depositary.limits.json") MemorySize largest) {
        this.largest = largest.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::limit);
    }

    private void limit(RoutingContext context) {
        if (context.request().path().startsWith("/api/imports/")) {
            context.next();
        } else if (isLarger(context.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            refuse(context);
        } else {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest);
            context.next();
        }
    }

    private boolean isLarger(String length) {
        return length != null && (length.length() > 18 || Long.parseLong(length) > largest);
    }

    private void refuse(RoutingContext context) {
        var problem =
                Problem.of(ProblemType.TOO_LARGE, "The body is larger than %d MiB".formatted(largest / (1024 * 1024)));
        context.response()
                .setStatusCode(problem.type().status())
                .putHeader("Content-Type", ProblemJson.MEDIA_TYPE)
                .end(ProblemJson.of(problem).toJson());
        context.request().resume();
    }
}
