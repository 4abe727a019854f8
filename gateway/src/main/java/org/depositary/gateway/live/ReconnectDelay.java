package org.depositary.gateway.live;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The time after which a client should reconnect to a gateway that shuts down. */
final class ReconnectDelay {

    private ReconnectDelay() {}

    /** A random time for each client, so that clients do not reconnect all at once. */
    static long randomMillis(Duration longest) {
        return ThreadLocalRandom.current().nextLong(StreamSubscriber.RETRY_MILLIS, longest.toMillis() + 1);
    }
}
