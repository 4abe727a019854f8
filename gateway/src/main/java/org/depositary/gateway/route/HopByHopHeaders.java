package org.depositary.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The header fields that belong to one connection (RFC 9110, section 7.6.1). They pass in neither direction. */
final class HopByHopHeaders {

    private static final Set<String> FIELDS =
            Set.of("connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade");

    private HopByHopHeaders() {}

    /** Copies the fields that pass. */
    static void copyOthers(MultiMap from, MultiMap to) {
        var named = namedByConnection(from);
        from.forEach((name, value) -> {
            var field = name.toLowerCase(Locale.ROOT);
            if (!FIELDS.contains(field) && !field.startsWith("proxy-") && !named.contains(field)) {
                to.add(name, value);
            }
        });
    }

    /** Whether the body, if it comes in chunks, comes in nothing else. */
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
        // Says where the message ends, so nobody can have it removed.
        named.remove("content-length");
        return named;
    }
}
