package org.depositary.gateway.hooks;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.depositary.gateway.hooks.delivery.WebhookClock;

/** A clock of webhooks that tests can move forwards. */
@Mock
@ApplicationScoped
public class MovedWebhookClock extends WebhookClock {

    private volatile Duration ahead = Duration.ZERO;

    public void move(Duration further) {
        ahead = ahead.plus(further);
    }

    void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return super.instant().plus(ahead);
    }
}
