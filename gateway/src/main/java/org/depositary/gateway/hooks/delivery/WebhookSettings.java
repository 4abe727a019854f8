package org.depositary.gateway.hooks.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "depositary.webhooks")
public interface WebhookSettings {

    /** The maximum number of webhooks of one owner. */
    @WithDefault("20")
    int maxPerOwner();

    /** The maximum number of webhooks of the installation. */
    @WithDefault("1000")
    int max();

    /** The maximum number of requests to receivers at the same time, of one gateway. */
    @WithDefault("1000")
    int concurrency();

    /** The time of one request to a receiver, until its response. The lookup of its name may take half of it before. */
    @WithDefault("10s")
    Duration timeout();

    /** A delivery that failed is tried again for this time. */
    @WithDefault("24h")
    Duration retryFor();

    /** A webhook is disabled when all attempts have failed for this time. */
    @WithDefault("72h")
    Duration disableAfter();

    /** How long a lease of a webhook lasts. A gateway that was killed is replaced after this time. */
    @WithDefault("30s")
    Duration lease();

    /** Deliveries are deleted from the log this long after their last attempt. */
    @WithDefault("168h")
    Duration retention();

    /**
     * After the change log was built again, deliveries continue with what was recorded this long before the newest delivered
     * change.
     */
    @WithDefault("10m")
    Duration overlap();

    /** A base64 key of 32 bytes, which encrypts the stored secrets. */
    Optional<String> secretKey();
}
