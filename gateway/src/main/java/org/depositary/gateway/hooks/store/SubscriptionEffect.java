package org.depositary.gateway.hooks.store;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** What an attempt means for its subscription: it goes on, is disabled after a long failure, or ends. */
public final class SubscriptionEffect implements BiConsumer<Webhook, AttemptOutcome> {

    private static final Logger LOG = Logger.getLogger(SubscriptionEffect.class);

    private final int failuresOfOutage;
    private final Duration disableAfter;

    /**
     * @param failuresOfOutage after so many failures in a row, one success means that an outage has ended
     * @param disableAfter how long all attempts fail until the subscription is disabled
     */
    public SubscriptionEffect(int failuresOfOutage, Duration disableAfter) {
        this.failuresOfOutage = failuresOfOutage;
        this.disableAfter = disableAfter;
    }

    @Override
    public void accept(Webhook webhook, AttemptOutcome outcome) {
        if (outcome.isSuccess()) {
            succeed(webhook, outcome);
        } else if (outcome.isGone()) {
            webhook.fail(outcome.at(), outcome.retryAfter());
            webhook.setStatus(Webhook.ENDED, "The receiver answered 410 Gone", outcome.at());
            LOG.warnf("Webhook %s has ended: its receiver answered 410 Gone", webhook.id);
        } else {
            fail(webhook, outcome);
        }
    }

    private void succeed(Webhook webhook, AttemptOutcome outcome) {
        if (webhook.failures >= failuresOfOutage) {
            WebhookSubscriptions.tryPending(webhook, outcome.at());
        }
        webhook.succeed();
    }

    private void fail(Webhook webhook, AttemptOutcome outcome) {
        webhook.fail(outcome.at(), outcome.retryAfter());
        var since = webhook.failingSince().orElseThrow();
        if (!outcome.at().isBefore(since.plus(disableAfter))) {
            webhook.setStatus(
                    Webhook.DISABLED,
                    "Every attempt has failed since %s. The last problem: %s"
                            .formatted(since, outcome.problem().orElseThrow()),
                    outcome.at());
            LOG.warnf("Webhook %s is disabled: every attempt has failed since %s", webhook.id, since);
        }
    }
}
