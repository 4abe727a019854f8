package org.depositary.eventsourcing.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs rounds of work on its own thread until it is closed. After a failure it pauses as {@link RetryWithBackoff} does. */
public final class BackgroundLoop implements AutoCloseable {

    @FunctionalInterface
    public interface Round {
        /** Returns how long to wait for {@link #wake()} before the next round. */
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

    /** @param name of the thread, and of the work in the log */
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

    /** Ends the wait for the next round. If a round is running, the next one follows at once. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** How long the rounds have failed; zero if the last one succeeded. */
    public Duration failingFor() {
        return retry.failingFor();
    }

    /** Ends the loop after the current round, for which it waits 10 seconds at most. */
    @Override
    public void close() {
        closed.countDown();
        wake();
        try {
            // No interrupt of the round: it would break the database connection in use.
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
            // Only closing ends the loop.
        }
    }
}
