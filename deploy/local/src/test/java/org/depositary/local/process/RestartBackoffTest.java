package org.depositary.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartBackoffTest {

    @Test
    void starts_that_follow_each_other_wait_longer_and_longer_but_never_long() {
        var backoff = new RestartBackoff();
        assertThat(backoff.after(Duration.ZERO)).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.after(Duration.ZERO)).isEqualTo(Duration.ofMillis(400));
        for (int start = 0; start < 20; start++) {
            backoff.after(Duration.ZERO);
        }
        assertThat(backoff.after(Duration.ZERO)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_long_run_is_forgiven() {
        var backoff = new RestartBackoff();
        backoff.after(Duration.ZERO);
        backoff.after(Duration.ZERO);
        assertThat(backoff.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(200));
    }
}
