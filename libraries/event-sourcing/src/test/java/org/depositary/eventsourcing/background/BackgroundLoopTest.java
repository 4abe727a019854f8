package org.depositary.eventsourcing.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {

    private static final Duration UNTIL_WOKEN = Duration.ofDays(1);

    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private BackgroundLoop loop;

    private BackgroundLoop start(BackgroundLoop.Round round) {
        loop = new BackgroundLoop("work", round, ends::incrementAndGet);
        loop.start();
        return loop;
    }

    private Duration work() {
        rounds.incrementAndGet();
        return UNTIL_WOKEN;
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void rounds_follow_each_other_after_the_pause_that_each_returns() {
        start(() -> rounds.incrementAndGet() < 3 ? Duration.ofMillis(1) : UNTIL_WOKEN);
        await().until(() -> rounds.get() == 3);
    }

    @Test
    void a_wake_up_starts_the_next_round() {
        start(this::work);
        for (int round = 1; round <= 3; round++) {
            int number = round;
            await().until(() -> rounds.get() == number);
            loop.wake();
        }
        await().until(() -> rounds.get() == 4);
    }

    @Test
    void a_wake_up_during_a_round_starts_another() throws Exception {
        var ending = new CountDownLatch(1);
        start(() -> {
            var pause = work();
            ending.await();
            return pause;
        });
        await().until(() -> rounds.get() == 1);
        loop.wake();
        ending.countDown();
        await().until(() -> rounds.get() == 2);
    }

    @Test
    void a_failed_round_is_retried_until_it_succeeds() {
        var works = new CountDownLatch(1);
        start(() -> {
            var pause = work();
            if (works.getCount() > 0) {
                throw new AssertionError("Not yet");
            }
            return pause;
        });
        await().until(() -> rounds.get() >= 3);
        assertThat(loop.failingFor()).isPositive();
        works.countDown();
        await().until(() -> loop.failingFor().isZero());
    }

    @Test
    void only_the_first_of_several_failures_is_a_warning() {
        Queue<LogRecord> warnings = new ConcurrentLinkedQueue<>();
        var log = Logger.getLogger(RetryWithBackoff.class.getName());
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                    warnings.add(line);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(handler);
        try {
            start(() -> {
                work();
                // Two outages: rounds 1 and 2, and rounds 4 and 5 fail.
                if (rounds.get() % 3 != 0) {
                    throw new IllegalStateException("No database");
                }
                return rounds.get() < 6 ? Duration.ZERO : UNTIL_WOKEN;
            });
            await().until(() -> rounds.get() == 6);
            assertThat(warnings).hasSize(2);
        } finally {
            log.removeHandler(handler);
        }
    }

    @Test
    void closing_ends_the_wait_and_then_the_loop() {
        start(this::work);
        await().until(() -> rounds.get() == 1);
        loop.close();
        assertThat(ends).hasValue(1);
        loop.close();
        assertThat(rounds).hasValue(1);
        assertThat(ends).hasValue(1);
    }

    @Test
    void closing_ends_the_pause_after_a_failure() {
        start(() -> {
            work();
            throw new IllegalStateException("No database");
        });
        await().until(() -> rounds.get() >= 2);
        loop.close();
        assertThat(ends).hasValue(1);
    }

    @Test
    void closing_lets_a_running_round_end_undisturbed() {
        var ending = new CountDownLatch(1);
        var whole = new AtomicInteger();
        start(() -> {
            var pause = work();
            ending.await();
            whole.incrementAndGet();
            return pause;
        });
        await().until(() -> rounds.get() == 1);
        var closing = Thread.ofPlatform().start(loop::close);
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        assertThat(whole).hasValue(0);
        ending.countDown();
        await().until(() -> !closing.isAlive());
        assertThat(whole).hasValue(1);
        assertThat(rounds).hasValue(1);
        assertThat(ends).hasValue(1);
    }

    @Test
    void a_loop_that_was_never_started_can_be_closed() {
        loop = new BackgroundLoop("work", this::work);
        loop.close();
        assertThat(rounds).hasValue(0);
    }
}
