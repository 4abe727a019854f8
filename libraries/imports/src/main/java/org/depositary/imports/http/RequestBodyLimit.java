package org.depositary.imports.http;

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
 * Limits the body of every request except imports. The body of an import is written to a file while it arrives; all others
 * are read into memory.
 */
@ApplicationScoped
class RequestBodyLimit {

    /**
     * The order number makes this handler run after the one of Quarkus that sets the general limit, because this
     * handler lowers that limit.
     */
    private static final int ROUTE_ORDER = -1;

    private final long maxBytes;

    RequestBodyLimit(@ConfigProperty(name = "depositary.limits.json") MemorySize maxSize) {
        this.maxBytes = maxSize.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(ROUTE_ORDER).handler(this::limit);
    }

    private void limit(RoutingContext context) {
        if (context.request().path().startsWith("/api/imports/")) {
            context.next();
        } else if (isTooLarge(context.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            refuse(context);
        } else {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, maxBytes);
            context.next();
        }
    }

    private boolean isTooLarge(String contentLength) {
        return contentLength != null && (contentLength.length() > 18 || Long.parseLong(contentLength) > maxBytes);
    }

    private void refuse(RoutingContext context) {
        var problem =
                Problem.of(ProblemType.TOO_LARGE, "The body is larger than %d MiB".formatted(maxBytes / (1024 * 1024)));
        ProblemJson.send(problem, context.response());
        context.request().resume();
    }
}
