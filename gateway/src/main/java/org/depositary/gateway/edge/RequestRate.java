package org.depositary.gateway.edge;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How many requests a client may send: a bucket of {@code burst} requests that is refilled at a constant rate.
 *
 * @param name of the policy in header {@code RateLimit-Policy}
 * @param perSecond requests per second; 0 for no limit
 * @param burst requests that an idle client may send at once
 */
record RequestRate(String name, int perSecond, int burst) {

    RequestRate {
        if (perSecond < 0 || perSecond > 0 && burst < 1) {
            throw new IllegalArgumentException(
                    "Invalid request limit: %d per second, at most %d at once".formatted(perSecond, burst));
        }
    }

    boolean isUnlimited() {
        return perSecond == 0;
    }

    Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** The value of header {@code RateLimit-Policy}: the burst, and the seconds in which it is refilled. */
    String policy() {
        return "\"%s\";q=%d;w=%d".formatted(name, burst, Math.ceilDiv(burst, perSecond));
    }
}
