package org.depositary.gateway.route;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalLong;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/**
 * How large the body of a request may be.
 *
 * @param json of most, in bytes
 * @param document of one that brings a document, in bytes
 * @param imported of one that brings a file to be imported, in bytes
 */
record BodyLimits(long json, long document, long imported) {

    long of(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.POST)) {
            return json;
        }
        var path = request.path().replaceFirst("/$", "");
        return path.equals("/api/documents") ? document : path.startsWith("/api/imports/") ? imported : json;
    }

    /** The length of the body that the request announces, in bytes; none for a body in chunks. */
    static OptionalLong length(HttpServerRequest request) {
        if (request.headers().contains("Transfer-Encoding")) {
            return OptionalLong.empty();
        }
        var length = request.getHeader("Content-Length");
        try {
            return OptionalLong.of(length == null ? 0 : Long.parseLong(length));
        } catch (NumberFormatException tooLong) {
            return OptionalLong.of(Long.MAX_VALUE);
        }
    }

    /** Judged by the announced length. */
    boolean isExceeded(HttpServerRequest request) {
        return length(request).orElse(0) > of(request);
    }

    static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.TOO_LARGE, "The body is larger than %d MiB".formatted(limit / (1024 * 1024)));
    }
}
