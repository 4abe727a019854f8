package org.depositary.gateway.hooks;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway that may send to receivers of the tests. */
public class WebhooksProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "depositary.webhooks.allow-private", "true",
                "depositary.webhooks.max-per-owner", "5",
                "depositary.webhooks.secret-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    }
}
