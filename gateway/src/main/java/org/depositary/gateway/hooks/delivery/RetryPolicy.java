package org.depositary.gateway.hooks.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed delivery is tried again: after 5 seconds, then four times as long each time, at most an hour, each time
 * shortened by up to a quarter at random. A receiver can ask for another time by {@code Retry-After}.
 */
record RetryPolicy(Duration retryFor, RandomGenerator random) {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_ASKED = Duration.ofHours(6);
    private static final Duration SHORTEST_ASKED = Duration.ofSeconds(1);
    private static final int FACTOR = 4;
    private static final double JITTER = 0.25;

    /**
     * The time of the next attempt. Empty if the delivery has been tried for long enough.
     *
     * @param attempts how many attempts have failed, at least 1
     * @param retryAfter what the receiver asked for, within bounds
     */
    Optional<Instant> next(Instant firstAttempt, int attempts, Optional<Duration> retryAfter, Instant now) {
        var next = now.plus(retryAfter.orElseGet(() -> delay(attempts)));
        return next.isAfter(firstAttempt.plus(retryFor)) ? Optional.empty() : Optional.of(next);
    }

    /** What the receiver asked for, within bounds. */
    static Duration bounded(Duration asked) {
        if (asked.compareTo(SHORTEST_ASKED) < 0) {
            return SHORTEST_ASKED;
        }
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }

    private Duration delay(int attempts) {
        double seconds = Math.min(FIRST.toSeconds() * Math.pow(FACTOR, attempts - 1.0), LONGEST.toSeconds());
        return Duration.ofMillis(Math.round(seconds * 1_000 * (1 - JITTER * random.nextDouble())));
    }
}
