package org.depositary.gateway.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

@ConfigMapping(prefix = "depositary.live")
public interface LiveSettings {

    /** The maximum number of subscribers of one gateway. Further requests are refused. */
    @WithDefault("20000")
    int maxSubscribers();

    /**
     * The maximum number of subscribers of one client: of one token, or of one address without tokens. Many people can
     * share an address.
     */
    @WithDefault("2000")
    int maxSubscribersPerClient();

    /** The number of newest changes that are kept in memory for all subscribers. */
    @WithDefault("8192")
    int ringCapacity();

    /** The maximum number of bytes of the changes in memory. */
    @WithDefault("67108864")
    long ringBytes();

    /** Changes that arrive within this time are written to subscribers together. */
    @WithDefault("10ms")
    Duration tick();

    /** With many subscribers, the longest time for which changes are collected before they are written together. */
    @WithDefault("40ms")
    Duration longestPause();

    /** A subscriber that received nothing else for this time gets a comment line, which keeps the connection open. */
    @WithDefault("15s")
    Duration heartbeat();

    /** A subscriber for which bytes wait and that accepts none for this time is disconnected, at most one second later. */
    @WithName("patience")
    @WithDefault("7s")
    Duration stuckTimeout();

    /**
     * At shutdown, open streams close at random moments within this time. It must be shorter than
     * quarkus.shutdown.timeout.
     */
    @WithDefault("3s")
    Duration closeWithin();

    /** At shutdown, each client gets a random time to wait before it reconnects, at most this long. */
    @WithDefault("10s")
    Duration reconnectWithin();
}
