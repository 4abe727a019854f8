package org.depositary.gateway.route;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
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

    /** By what the request says of itself. */
    boolean isExceeded(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        try {
            return length != null && Long.parseLong(length) > of(request);
        } catch (NumberFormatException tooLong) {
            return true;
        }
    }

    static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.TOO_LARGE, "The body is larger than %d MiB".formatted(limit / (1024 * 1024)));
    }
}
