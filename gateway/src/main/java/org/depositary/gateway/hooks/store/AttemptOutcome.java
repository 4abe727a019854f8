package org.depositary.gateway.hooks.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of one request to a receiver.
 *
 * @param at when it began
 * @param status the HTTP status, if the receiver answered
 * @param problem why it failed; empty if it succeeded
 * @param retryAfter what the receiver asked for
 */
public record AttemptOutcome(
        Instant at, long millis, Optional<Integer> status, Optional<String> problem, Optional<Duration> retryAfter) {

    private static final int GONE = 410;

    public boolean isSuccess() {
        return problem.isEmpty();
    }

    /** Whether the receiver wants no further requests. */
    public boolean isGone() {
        return status.filter(code -> code == GONE).isPresent();
    }
}
