package org.depositary.gateway.hooks.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.hooks.store.AttemptOutcome;
import org.depositary.gateway.hooks.store.DeliveryProgress;
import org.depositary.gateway.hooks.store.HeldWebhook;
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

    /** The first attempt of a change. Empty as {@link DeliveryProgress} says, or if no request may begin any more. */
    Optional<HeldWebhook> first(HeldWebhook held, SentChange change, BooleanSupplier mayBegin)
            throws InterruptedException {
        var request = request(held.webhook(), change.message(), change.body(), 0);
        return counted(sender.send(request, mayBegin))
                .flatMap(outcome -> progress.attempted(held, change, outcome, next(outcome, outcome.at(), 1), effect));
    }

    /** Another attempt of a pending delivery. Empty as {@link #first} says. */
    Optional<HeldWebhook> again(HeldWebhook held, WebhookDelivery pending, BooleanSupplier mayBegin)
            throws InterruptedException {
        var request = request(held.webhook(), pending.message, pending.body, pending.attempts);
        return counted(sender.send(request, mayBegin)).flatMap(outcome -> {
            var first = pending.attempts == 0 ? outcome.at() : pending.retrySince;
            var next = next(outcome, first, pending.attempts + 1);
            return progress.retried(held, pending, outcome, next, effect);
        });
    }

    /**
     * Sends a ping and waits for the answer.
     *
     * @throws Problem if too many pings are on their way
     */
    public WebhookDelivery ping(Webhook webhook) throws InterruptedException {
        var ping = messages.ping(webhook.id, clock.instant());
        var outcome = counted(sender.ping(request(webhook, ping.message(), ping.body(), 0)))
                .orElseThrow(() -> Problem.of(
                        ProblemType.UNAVAILABLE, "Too many pings wait for their answers. Try again in some seconds"));
        return subscriptions.pinged(webhook.id, ping, outcome);
    }

    private WebhookRequest request(Webhook webhook, String message, String body, int attempt) {
        var signing = webhook.secretsAt(clock.instant()).map(secrets::decrypt).toList();
        return new WebhookRequest(webhook.url, message, body, signing, attempt);
    }

    private Optional<AttemptOutcome> counted(Optional<AttemptOutcome> outcome) {
        outcome.ifPresent(metrics::attempted);
        return outcome;
    }

    private Optional<Instant> next(AttemptOutcome outcome, Instant first, int attempts) {
        return outcome.isSuccess()
                ? Optional.empty()
                : retries.next(
                        first, attempts, outcome.retryAfter(), outcome.at().plus(Duration.ofMillis(outcome.millis())));
    }
}
