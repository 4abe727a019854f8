package org.depositary.eventsourcing.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Runs rounds of work on its own thread until it is closed. After a failed round it pauses as {@link RetryWithBackoff}
 * does.
 */
public final class BackgroundLoop implements AutoCloseable {

    @FunctionalInterface
    public interface Round {
        /**
         * Runs one round. Returns how long the loop waits before the next round, unless {@link #wake()} is called
         * earlier.
         */
        Duration run() throws Exception;
    }

    private static final long CLOSE_TIMEOUT_MILLIS = 10_000;

    private final Round round;
    private final Runnable atEnd;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore wakeUps = new Semaphore(0);
    private final RetryWithBackoff retry;
    private final Thread thread;
    private Duration pause = Duration.ZERO;

    /** @param name name of the thread, also used in log messages */
    public BackgroundLoop(String name, Round round) {
        this(name, round, () -> {});
    }

    /** @param atEnd runs on the thread of the loop, after the last round */
    public BackgroundLoop(String name, Round round, Runnable atEnd) {
        this.round = round;
        this.atEnd = atEnd;
        this.retry = new RetryWithBackoff(name, closed);
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::runUntilClosed);
    }

    public void start() {
        thread.start();
    }

    /** Starts the next round at once. If a round is running, the next one follows without a pause. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** The time since the first failed round in a row. Zero if the last round succeeded. */
    public Duration failingFor() {
        return retry.failingFor();
    }

    /** Ends the loop after the current round. Waits at most 10 seconds for that round. */
    @Override
    public void close() {
        closed.countDown();
        wake();
        try {
            // Does not interrupt the round, because that would break the database connection in use.
            thread.join(CLOSE_TIMEOUT_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilClosed() {
        while (closed.getCount() > 0) {
            retry.untilDone(() -> pause = round.run());
            waitForWakeUp();
        }
        atEnd.run();
    }

    private void waitForWakeUp() {
        try {
            if (wakeUps.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            // An interrupt does not end the loop; only close() does.
        }
    }
}
