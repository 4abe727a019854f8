package org.depositary.gateway.hooks.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time by which attempts are made. A bean, so that tests can move it. */
@ApplicationScoped
public class WebhookClock {

    /** The time now, as precise as the database stores it. */
    public Instant instant() {
        return Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
    }
}
