package org.depositary.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How tests wait: for a condition. The limit ends what hangs; how long something takes is the benchmarks' business. */
public final class Waiting {

    /** Longer than anything takes on a slow and busy machine. */
    public static final Duration LIMIT = Duration.ofMinutes(5);

    private Waiting() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }

    /** @param what stands in the failure's message */
    public static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(LIMIT);
    }
}
