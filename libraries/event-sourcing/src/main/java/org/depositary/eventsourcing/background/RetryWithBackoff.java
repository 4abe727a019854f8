package org.depositary.eventsourcing.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs a step again and again, with growing pauses, until it succeeds or its owner is closed. Never throws. */
public final class RetryWithBackoff {

    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    private static final Logger LOG = Logger.getLogger(RetryWithBackoff.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;
    private static final long NOT_FAILING = Long.MAX_VALUE;

    private final String what;
    private final CountDownLatch closed;
    private volatile long failingSince = NOT_FAILING;

    /**
     * @param what name of the step in log messages
     * @param closed reaches zero when the owner is closed, which ends a pause and the retries
     */
    public RetryWithBackoff(String what, CountDownLatch closed) {
        this.what = what;
        this.closed = closed;
    }

    public void untilDone(Step step) {
        long pause = FIRST_PAUSE_MILLIS;
        while (closed.getCount() > 0) {
            try {
                step.run();
                failingSince = NOT_FAILING;
                return;
            } catch (Throwable failure) {
                // Catches errors too: they would end the thread, and the work would stop without notice.
                failed(failure);
                pause(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    /** The time since the first failure of the current step. Zero if the step has not failed. */
    public Duration failingFor() {
        long since = failingSince;
        return since == NOT_FAILING ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    public boolean isFailing() {
        return failingSince != NOT_FAILING;
    }

    private void failed(Throwable failure) {
        if (!isFailing() && closed.getCount() > 0) {
            failingSince = System.nanoTime();
            // Only the first failure is a warning, because during an outage every retry fails.
            LOG.warnf("%s failed and will be retried: %s", what, failure);
        }
        LOG.debug(what, failure);
    }

    private void pause(long millis) {
        try {
            closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            // An interrupt does not end the retries; only closing the owner does.
        }
    }
}
