package org.depositary.gateway.hooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests when a failed delivery is tried again. */
class RetryPolicyTest {

    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private final RetryPolicy policy = new RetryPolicy(Duration.ofDays(1), new Random(1));

    @Test
    void attempts_go_on_for_a_day_with_growing_pauses() {
        var now = START;
        int attempts = 1;
        var next = policy.next(START, attempts, Optional.empty(), now);
        Duration longest = Duration.ZERO;
        while (next.isPresent()) {
            var pause = Duration.between(now, next.get());
            assertThat(pause).isPositive().isLessThanOrEqualTo(Duration.ofHours(1));
            longest = pause.compareTo(longest) > 0 ? pause : longest;
            now = next.get();
            next = policy.next(START, ++attempts, Optional.empty(), now);
        }
        assertThat(Duration.between(START, now)).isBetween(Duration.ofHours(22), Duration.ofDays(1));
        assertThat(longest).isGreaterThan(Duration.ofMinutes(45));
        assertThat(attempts).isBetween(25, 45);
    }

    @Test
    void pauses_differ_at_random() {
        var pauses = IntStream.range(0, 20)
                .mapToObj(i -> policy.next(START, 3, Optional.empty(), START).orElseThrow())
                .distinct();
        assertThat(pauses.count()).isGreaterThan(15);
    }

    @Test
    void what_the_receiver_asks_for_is_kept_within_bounds() {
        var asked = Duration.ofMinutes(7);
        assertThat(policy.next(START, 1, Optional.of(asked), START)).contains(START.plus(asked));
        assertThat(RetryPolicy.bounded(asked)).isEqualTo(asked);
        assertThat(RetryPolicy.bounded(Duration.ofSeconds(-5))).isEqualTo(Duration.ofSeconds(1));
        assertThat(RetryPolicy.bounded(Duration.ofDays(365))).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void retry_after_is_a_number_or_a_date() {
        assertThat(RetryAfter.parse("120", START)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Sat, 31 Jan 2026 12:05:00 GMT", START)).contains(Duration.ofMinutes(5));
        assertThat(RetryAfter.parse("soon", START)).isEmpty();
        assertThat(RetryAfter.parse(null, START)).isEmpty();
    }
}
