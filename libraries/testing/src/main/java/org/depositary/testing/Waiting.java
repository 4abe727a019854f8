package org.depositary.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Waits in a test until a condition holds. The time limit only ends tests that hang. It does not check speed, which
 * is the task of the benchmarks.
 */
public final class Waiting {

    /** The time limit of every wait. It is longer than any step takes on a slow, busy machine. */
    public static final Duration LIMIT = Duration.ofMinutes(5);

    private Waiting() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }

    /** @param what the condition, for the message of a failure */
    public static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(LIMIT);
    }
}
