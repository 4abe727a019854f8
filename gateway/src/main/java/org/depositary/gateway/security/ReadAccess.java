package org.depositary.gateway.security;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;

/** How long a request may read, for answers that do not end. */
public final class ReadAccess {

    private static final String END = "depositary.read-access-end";

    private ReadAccess() {}

    static void setEnd(RoutingContext request, Instant end) {
        request.put(END, end);
    }

    /** When the token or session expires that this read needs. Empty if the read needs none. */
    public static Optional<Instant> end(RoutingContext request) {
        return Optional.ofNullable(request.get(END));
    }
}
