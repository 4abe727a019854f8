package org.depositary.gateway.graph.subscriptions;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A small ring buffer, so that subscriptions fall behind it, and a short heartbeat. */
public class SocketProfile implements QuarkusTestProfile {

    static final int RING = 64;
    static final int MAX_SUBSCRIBERS = 30;
    static final int MAX_OPERATIONS = 5;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "depositary.live.ring-capacity",
                "" + RING,
                "depositary.live.heartbeat",
                "300ms",
                "depositary.live.patience",
                "20s",
                "depositary.live.max-subscribers",
                "" + MAX_SUBSCRIBERS,
                "depositary.graphql-sockets.max-operations",
                "" + MAX_OPERATIONS,
                "depositary.graphql-sockets.init-timeout",
                "5s",
                "depositary.graphql.max-executions-per-client",
                "2");
    }
}
