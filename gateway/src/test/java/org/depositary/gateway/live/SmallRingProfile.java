package org.depositary.gateway.live;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A small ring, so that the database has to help out, and little patience, so that tests need not wait for it. */
public class SmallRingProfile implements QuarkusTestProfile {

    static final int RING = 64;
    static final int MOST_SUBSCRIBERS = 12;

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
                "" + MOST_SUBSCRIBERS);
    }
}
