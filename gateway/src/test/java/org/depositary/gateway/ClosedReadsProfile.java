package org.depositary.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway whose reads need a token. */
public final class ClosedReadsProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("depositary.reads.policy", "authenticated");
    }
}
