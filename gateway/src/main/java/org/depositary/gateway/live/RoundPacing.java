package org.depositary.gateway.live;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Decides when the subscribers of an event loop get new changes again. The pause after a round is twice the time that the
 * round took. So many subscribers get more changes at once instead of more writes, and an idle gateway sends at once.
 */
final class RoundPacing {

    private static final int PAUSE_PER_ROUND = 2;

    private final long longestPauseNanos;
    private final LongSupplier nanoTime;
    private long nextRound;

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    RoundPacing(long longestPauseMillis, LongSupplier nanoTime) {
        this.longestPauseNanos = TimeUnit.MILLISECONDS.toNanos(longestPauseMillis);
        this.nanoTime = nanoTime;
        this.nextRound = nanoTime.getAsLong();
    }

    /** The time until the next round, rounded up; 0 if it is due. */
    long millisToNextRound() {
        long nanos = nextRound - nanoTime.getAsLong();
        return nanos <= 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
    }

    void run(Runnable round) {
        long begun = nanoTime.getAsLong();
        round.run();
        long ended = nanoTime.getAsLong();
        nextRound = ended + Math.min(PAUSE_PER_ROUND * (ended - begun), longestPauseNanos);
    }
}
