package org.depositary.gateway.edge;

import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.MultiMap;
import java.time.Duration;

/** The remaining quota of a client, as response headers (draft-ietf-httpapi-ratelimit-headers-10). */
record RequestQuota(RequestRate rate, ConsumptionProbe probe) {

    boolean isExceeded() {
        return !probe.isConsumed();
    }

    /** The seconds until the client may send one request more. At least 1. */
    long retryAfterSeconds() {
        return Math.max(1, ceilSeconds(probe.getNanosToWaitForRefill()));
    }

    void writeTo(MultiMap headers) {
        // The draft wants the same point in time here as in Retry-After.
        long reset = isExceeded() ? retryAfterSeconds() : ceilSeconds(probe.getNanosToWaitForReset());
        headers.set("RateLimit-Policy", rate.policy());
        headers.set("RateLimit", "\"%s\";r=%d;t=%d".formatted(rate.name(), probe.getRemainingTokens(), reset));
        if (isExceeded()) {
            headers.set("Retry-After", String.valueOf(retryAfterSeconds()));
        }
    }

    private static long ceilSeconds(long nanos) {
        return Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
    }
}
