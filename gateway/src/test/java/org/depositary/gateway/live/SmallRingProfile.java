package org.depositary.gateway.live;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A small ring buffer, so that subscribers fall behind it, and short times, so that tests are fast. */
public class SmallRingProfile implements QuarkusTestProfile {

    static final int RING = 64;
    static final int MAX_SUBSCRIBERS = 12;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "depositary.live.ring-capacity",
                "" + RING,
                "depositary.live.heartbeat",
                "300ms",
                "depositary.live.patience",
                "2s",
                "depositary.live.max-subscribers",
                "" + MAX_SUBSCRIBERS);
    }
}
