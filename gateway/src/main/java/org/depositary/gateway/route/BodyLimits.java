package org.depositary.gateway.route;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalLong;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/**
 * The maximum sizes of request bodies.
 *
 * @param json for most requests, in bytes
 * @param document for the upload of a document, in bytes
 * @param imported for the upload of an import file, in bytes
 */
record BodyLimits(long json, long document, long imported) {

    long of(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.POST)) {
            return json;
        }
        var path = request.path().replaceFirst("/$", "");
        return path.equals("/api/documents") ? document : path.startsWith("/api/imports/") ? imported : json;
    }

    /**
     * The length of the request body by its Content-Length, in bytes. Empty for a chunked body, whose length is
     * unknown.
     */
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

    /** Whether the announced length exceeds the limit. False for a chunked body, which is checked while it is read. */
    boolean isExceeded(HttpServerRequest request) {
        return length(request).orElse(0) > of(request);
    }

    static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.TOO_LARGE, "The body is larger than %d MiB".formatted(limit / (1024 * 1024)));
    }
}
