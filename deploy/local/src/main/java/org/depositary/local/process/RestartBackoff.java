package org.depositary.local.process;

import java.time.Duration;

/**
 * Computes the delay before the next start of a program. The delay is short after a long run, and doubles with each
 * start that soon fails.
 */
final class RestartBackoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LONG_RUN = Duration.ofSeconds(30);

    private Duration next = FIRST;

    Duration after(Duration run) {
        var wait = run.compareTo(LONG_RUN) > 0 ? FIRST : next;
        var doubled = wait.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }
}
