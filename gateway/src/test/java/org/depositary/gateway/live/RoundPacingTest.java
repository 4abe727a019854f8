package org.depositary.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Tests that many subscribers get more changes at once, and few get them without a pause. */
class RoundPacingTest {

    private final AtomicLong clock = new AtomicLong(-5);
    private final RoundPacing pacing = new RoundPacing(100, clock::get);

    private void pass(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void the_first_round_is_due_at_once() {
        assertThat(pacing.millisToNextRound()).isZero();
    }

    @Test
    void a_pause_is_twice_as_long_as_its_round() {
        pacing.run(() -> pass(10));
        pass(5);
        assertThat(pacing.millisToNextRound()).isBetween(15L, 16L);
        pass(15);
        assertThat(pacing.millisToNextRound()).isZero();
    }

    @Test
    void a_round_that_takes_no_time_has_no_pause() {
        pacing.run(() -> {});
        assertThat(pacing.millisToNextRound()).isZero();
    }

    @Test
    void the_longest_pause_limits_the_delay_of_a_change() {
        pacing.run(() -> pass(3_000));
        assertThat(pacing.millisToNextRound()).isBetween(100L, 101L);
    }
}
