package org.depositary.gateway.web.output;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compresses textual responses for clients that accept it. Quarkus marks every response with {@code Content-Encoding:
 * identity}, which prevents the compression, and this class removes the mark. Two kinds of responses keep it: event streams,
 * because each event must arrive at once; and those with a strong entity tag or of a byte range, because these promise
 * exactly the original bytes.
 */
@ApplicationScoped
class ResponseCompression {

    /** Bytes below which compression saves nothing. */
    private static final long SMALL = 1024;

    private static final Pattern TEXTUAL = Pattern.compile(
            "(text/(?!event-stream).*|application/([a-z.-]+\\+)?(json|xml|yaml|javascript|x-ndjson)\\b.*"
                    + "|image/svg\\+xml.*)");
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

    /** The order among filters does not matter, because the work is done when the headers are complete. */
    private static final int PRIORITY = 100;

    void register(@Observes Filters filters) {
        filters.register(ResponseCompression::observe, PRIORITY);
    }

    private static void observe(RoutingContext context) {
        context.addHeadersEndHandler(end -> prepare(context.response()));
        context.next();
    }

    private static void prepare(HttpServerResponse response) {
        var headers = response.headers();
        if (!isCompressible(headers)) {
            return;
        }
        headers.add(HttpHeaders.VARY, "Accept-Encoding");
        if (!isSmall(headers) && !WITHOUT_BODY.contains(response.getStatusCode())) {
            headers.remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    private static boolean isCompressible(MultiMap headers) {
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        var tag = headers.get(HttpHeaders.ETAG);
        // Without the mark, Quarkus has removed it already, because it compresses this media type by default.
        var coding = headers.get(HttpHeaders.CONTENT_ENCODING);
        return type != null
                && TEXTUAL.matcher(type).matches()
                && (tag == null || tag.startsWith("W/"))
                && (coding == null || coding.equalsIgnoreCase(HttpHeaders.IDENTITY.toString()))
                && !headers.contains(HttpHeaders.CONTENT_RANGE)
                && !headers.contains(HttpHeaders.ACCEPT_RANGES);
    }

    private static boolean isSmall(MultiMap headers) {
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) < SMALL;
    }
}
