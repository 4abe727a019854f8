package org.depositary.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartBackoffTest {

    @Test
    void startsThatFollowEachOtherWaitLongerAndLongerButNeverLong() {
        var backoff = new RestartBackoff();
        assertThat(backoff.after(Duration.ZERO)).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.after(Duration.ZERO)).isEqualTo(Duration.ofMillis(400));
        for (int start = 0; start < 20; start++) {
            backoff.after(Duration.ZERO);
        }
        assertThat(backoff.after(Duration.ZERO)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aLongRunIsForgiven() {
        var backoff = new RestartBackoff();
        backoff.after(Duration.ZERO);
        backoff.after(Duration.ZERO);
        assertThat(backoff.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(200));
    }
}
