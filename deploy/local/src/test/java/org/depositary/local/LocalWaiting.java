package org.depositary.local;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The way that tests wait, as in the module testing, which depends on this module and so cannot be used here. */
public final class LocalWaiting {

    /** Longer than anything takes on a slow and busy machine. It only ends what hangs. */
    public static final Duration LIMIT = Duration.ofMinutes(5);

    private LocalWaiting() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
