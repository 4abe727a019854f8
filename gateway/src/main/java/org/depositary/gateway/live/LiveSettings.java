package org.depositary.gateway.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Settings of live streams. */
@ConfigMapping(prefix = "depositary.live")
interface LiveSettings {

    /** The most subscribers that one gateway serves at a time. */
    @WithDefault("20000")
    int maxSubscribers();

    /** The number of newest changes kept in memory for all subscribers. */
    @WithDefault("8192")
    int ringCapacity();

    /** The most bytes of these changes. */
    @WithDefault("67108864")
    long ringBytes();

    /** Changes that arrive within this time are written together. */
    @WithDefault("10ms")
    Duration tick();

    /** A subscriber gets a comment line when it got nothing else for this time. */
    @WithDefault("15s")
    Duration heartbeat();

    /** A subscriber that does not read for this time is disconnected. */
    @WithName("patience")
    @WithDefault("8s")
    Duration stuckTimeout();

    /** At shutdown, open streams close at random moments within this time. Less than quarkus.shutdown.timeout. */
    @WithDefault("3s")
    Duration closeWithin();

    /** At shutdown, each client gets a random time to wait before it reconnects, at most this long. */
    @WithDefault("10s")
    Duration reconnectWithin();
}
