package org.depositary.gateway.hooks.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.depositary.gateway.hooks.store.DeliveryProgress;
import org.depositary.gateway.hooks.store.HeldWebhook;
import org.depositary.gateway.hooks.store.InstantsByKind;
import org.depositary.gateway.hooks.store.Webhook;
import org.depositary.gateway.live.ChangeFollower;
import org.jboss.logging.Logger;

/**
 * Finds where a webhook continues when the change log does not have its position, because the log was built again or restored.
 * Changes of one kind arrive about in the order of recording, so the webhook continues a little before the newest delivered change
 * of each kind. It repeats some changes rather than miss one.
 */
@ApplicationScoped
class LogResumption {

    private static final Logger LOG = Logger.getLogger(LogResumption.class);

    private final ChangeFollower follower;
    private final DeliveryProgress progress;
    private final Duration overlap;

    LogResumption(ChangeFollower follower, DeliveryProgress progress, WebhookSettings settings) {
        this.follower = follower;
        this.progress = progress;
        this.overlap = settings.overlap();
    }

    /** Empty as {@link DeliveryProgress} says. */
    Optional<HeldWebhook> resume(HeldWebhook held) throws SQLException {
        var from = recordedFrom(held.webhook());
        var cursor = follower.before(from.earliest().orElseThrow());
        LOG.warnf(
                "The change log was built again. Webhook %s continues after %s with what was recorded from %s on",
                held.webhook().id, cursor, from.byKind());
        return progress.resumedAt(held, cursor, from);
    }

    private InstantsByKind recordedFrom(Webhook webhook) {
        var from = webhook.recordedFrom;
        for (var newest : webhook.newestDelivered.byKind().entrySet()) {
            from = from.atLeast(newest.getKey(), newest.getValue().minus(overlap));
        }
        return from;
    }
}
