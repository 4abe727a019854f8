package org.depositary.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The header fields that belong to one connection (RFC 9110, section 7.6.1). The gateway forwards them in neither
 * direction.
 */
final class HopByHopHeaders {

    private static final Set<String> FIELDS =
            Set.of("connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade");

    private HopByHopHeaders() {}

    /** Copies all header fields except those that belong to one connection. */
    static void copyOthers(MultiMap from, MultiMap to) {
        var named = namedByConnection(from);
        from.forEach((name, value) -> {
            var field = name.toLowerCase(Locale.ROOT);
            if (!FIELDS.contains(field) && !field.startsWith("proxy-") && !named.contains(field)) {
                to.add(name, value);
            }
        });
    }

    /** Whether the body has no transfer coding, or only {@code chunked} in HTTP/1.1. */
    static boolean hasKnownCoding(HttpServerRequest request) {
        var codings = request.headers().getAll("Transfer-Encoding");
        return codings.isEmpty()
                || request.version() == HttpVersion.HTTP_1_1
                        && codings.size() == 1
                        && codings.getFirst().equalsIgnoreCase("chunked");
    }

    private static Set<String> namedByConnection(MultiMap fields) {
        var named = new HashSet<String>();
        for (var value : fields.getAll("Connection")) {
            for (var name : value.split(",")) {
                named.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        // Content-Length says where the message ends, so header Connection cannot remove it.
        named.remove("content-length");
        return named;
    }
}
