package org.depositary.gateway.live;

import java.util.concurrent.TimeUnit;

/**
 * Decides when the subscribers of an event loop get new changes again. The pause after a round is twice the time that the
 * round took. So many subscribers get more changes at once instead of more writes, and an idle gateway sends at once.
 */
final class RoundPacing {

    private static final int PAUSE_PER_ROUND = 2;

    private final long longestPauseNanos;
    private long nextRound = System.nanoTime();

    RoundPacing(long longestPauseMillis) {
        this.longestPauseNanos = TimeUnit.MILLISECONDS.toNanos(longestPauseMillis);
    }

    /** The time until the next round, rounded up; 0 if it is due. */
    long millisToNextRound() {
        long nanos = nextRound - System.nanoTime();
        return nanos <= 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
    }

    void run(Runnable round) {
        long begun = System.nanoTime();
        round.run();
        long ended = System.nanoTime();
        nextRound = ended + Math.min(PAUSE_PER_ROUND * (ended - begun), longestPauseNanos);
    }
}
