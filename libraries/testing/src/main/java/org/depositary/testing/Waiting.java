package org.depositary.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for a condition. The limit only ends hanging tests; benchmarks measure how long something takes. */
public final class Waiting {

    /** Longer than any step takes on a slow, busy machine. */
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
