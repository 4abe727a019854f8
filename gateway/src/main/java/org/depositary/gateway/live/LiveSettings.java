package org.depositary.gateway.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How streams of changes behave. */
@ConfigMapping(prefix = "depositary.live")
interface LiveSettings {

    /** How many may subscribe to one gateway at a time. */
    @WithDefault("20000")
    int maxSubscribers();

    /** How many of the newest changes are kept in memory for all subscribers. */
    @WithDefault("8192")
    int ringCapacity();

    /** How many bytes of them at most. */
    @WithDefault("67108864")
    long ringBytes();

    /** What comes within this time is written together. */
    @WithDefault("10ms")
    Duration tick();

    /** After how long without a change a subscriber is told that all is well. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a subscriber may not read before it is closed. */
    @WithDefault("8s")
    Duration patience();

    /** At shutdown, open streams close at random moments within this time. Less than quarkus.shutdown.timeout. */
    @WithDefault("3s")
    Duration closeWithin();

    /** At shutdown, each client gets a random time to wait before it reconnects, at most this long. */
    @WithDefault("10s")
    Duration reconnectWithin();
}
