package org.depositary.gateway.graph.subscriptions;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "depositary.graphql-sockets")
interface SocketSettings {

    /** The maximum number of subscriptions and queries of one WebSocket at the same time. */
    @WithDefault("20")
    int maxOperations();

    /** The maximum size of a message of a client. */
    @WithDefault("64K")
    MemorySize largestMessage();

    /** A client must send connection_init within this time. */
    @WithDefault("10s")
    Duration initTimeout();
}
