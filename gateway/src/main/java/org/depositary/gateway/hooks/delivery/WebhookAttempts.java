package org.depositary.gateway.hooks.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.depositary.gateway.hooks.store.AttemptOutcome;
import org.depositary.gateway.hooks.store.DeliveryProgress;
import org.depositary.gateway.hooks.store.DeliveryProgress.Stored;
import org.depositary.gateway.hooks.store.HeldWebhook;
import org.depositary.gateway.hooks.store.PendingDelivery;
import org.depositary.gateway.hooks.store.SentChange;
import org.depositary.gateway.hooks.store.SubscriptionEffect;
import org.depositary.gateway.hooks.store.Webhook;
import org.depositary.gateway.hooks.store.WebhookDelivery;
import org.depositary.gateway.hooks.store.WebhookSubscriptions;

/** Sends one change, and stores what came of it. */
@ApplicationScoped
public class WebhookAttempts {

    /** After so many failures in a row, no new changes are sent until an old one is delivered. */
    static final int FAILURES_OF_OUTAGE = 5;

    private final WebhookSender sender;
    private final WebhookMessages messages;
    private final WebhookSecrets secrets;
    private final DeliveryProgress progress;
    private final WebhookSubscriptions subscriptions;
    private final DeliveryMetrics metrics;
    private final WebhookClock clock;
    private final RetryPolicy retries;
    private final SubscriptionEffect effect;

    WebhookAttempts(
            WebhookSender sender,
            WebhookMessages messages,
            WebhookSecrets secrets,
            DeliveryProgress progress,
            WebhookSubscriptions subscriptions,
            DeliveryMetrics metrics,
            WebhookClock clock,
            WebhookSettings settings) {
        this.sender = sender;
        this.messages = messages;
        this.secrets = secrets;
        this.progress = progress;
        this.subscriptions = subscriptions;
        this.metrics = metrics;
        this.clock = clock;
        this.retries = new RetryPolicy(settings.retryFor(), RandomGenerator.getDefault());
        this.effect = new SubscriptionEffect(FAILURES_OF_OUTAGE, settings.disableAfter());
    }

    /** The first attempt of a change. Empty as {@link DeliveryProgress} says. */
    Optional<Stored> first(HeldWebhook held, SentChange change) throws InterruptedException {
        var outcome = send(held.webhook(), change.message(), change.body(), 0);
        return progress.attempted(held, change, outcome, next(outcome, outcome.at(), 1), effect);
    }

    /** Another attempt of a pending delivery. Empty as {@link DeliveryProgress} says. */
    Optional<Webhook> again(HeldWebhook held, PendingDelivery pending) throws InterruptedException {
        var delivery = progress.pending(pending.number());
        if (delivery.isEmpty()) {
            return Optional.empty();
        }
        var outcome =
                send(held.webhook(), delivery.get().message(), delivery.get().body(), pending.attempts());
        var first = pending.attempts() == 0 ? outcome.at() : pending.retrySince();
        var next = next(outcome, first, pending.attempts() + 1);
        return progress.retried(held, pending.number(), outcome, next, effect);
    }

    /** Sends a ping and waits for the answer. */
    public WebhookDelivery ping(Webhook webhook) throws InterruptedException {
        var ping = messages.ping(webhook.id(), clock.instant());
        return subscriptions.pinged(webhook.id(), ping, send(webhook, ping.message(), ping.body(), 0));
    }

    private AttemptOutcome send(Webhook webhook, String message, String body, int attempt) throws InterruptedException {
        var signing = webhook.secretsAt(clock.instant()).map(secrets::decrypt).toList();
        var outcome = sender.send(new WebhookRequest(webhook.url(), message, body, signing, attempt));
        metrics.attempted(outcome);
        return outcome;
    }

    private Optional<Instant> next(AttemptOutcome outcome, Instant first, int attempts) {
        return outcome.isSuccess()
                ? Optional.empty()
                : retries.next(
                        first, attempts, outcome.retryAfter(), outcome.at().plus(Duration.ofMillis(outcome.millis())));
    }
}
