package org.depositary.gateway.hooks.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.depositary.gateway.log.Cursor;

/**
 * Stores how far the holder of a lease has got. Every method returns the state afterwards; empty if the lease has gone to
 * another gateway, or if a command has changed the subscription since it was read. Nothing is stored then.
 */
@ApplicationScoped
public class DeliveryProgress {

    /** A crash of the database may lose the last of these commits. The deliveries are then repeated. */
    private static final String DO_NOT_WAIT_FOR_DISK = "SELECT set_config('synchronous_commit', 'off', true)";

    /**
     * The state after a change was handled.
     *
     * @param pending its delivery, if it will be tried again
     */
    public record Stored(Webhook webhook, Optional<PendingDelivery> pending) {

        static Stored of(Webhook webhook, WebhookDelivery delivery) {
            return new Stored(
                    webhook, delivery.isPending() ? Optional.of(PendingDelivery.of(delivery)) : Optional.empty());
        }
    }

    private final EntityManager entities;

    DeliveryProgress(EntityManager entities) {
        this.entities = entities;
    }

    /** Reads the subscription. Empty if it is not active, or if another gateway has its lease. */
    @Transactional
    public Optional<HeldWebhook> load(UUID id, UUID holder, int mostPending) {
        return Webhook.<Webhook>findByIdOptional(id)
                .filter(webhook -> webhook.isActive() && webhook.isHeldBy(holder))
                .map(webhook -> held(webhook, holder, mostPending));
    }

    private static HeldWebhook held(Webhook webhook, UUID holder, int mostPending) {
        var pending = WebhookDelivery.<WebhookDelivery>find(
                        "webhook = ?1 and status = ?2 order by number", webhook.id(), WebhookDelivery.PENDING)
                .page(0, mostPending)
                .list()
                .stream()
                .map(PendingDelivery::of)
                .toList();
        return new HeldWebhook(holder, webhook, pending);
    }

    /** The body and the message id of a pending delivery. */
    @Transactional
    public Optional<WebhookDelivery> pending(long number) {
        return WebhookDelivery.<WebhookDelivery>findByIdOptional(number).filter(WebhookDelivery::isPending);
    }

    /** Stores what came of an attempt, and what it means for the subscription. */
    @Transactional
    public Optional<Stored> attempted(
            HeldWebhook held,
            SentChange change,
            AttemptOutcome outcome,
            Optional<Instant> next,
            BiConsumer<Webhook, AttemptOutcome> effect) {
        return locked(held).map(webhook -> {
            var delivery = row(webhook, change, outcome.at());
            delivery.attempted(outcome, next);
            delivery.persist();
            webhook.passed(change);
            effect.accept(webhook, outcome);
            return Stored.of(webhook, delivery);
        });
    }

    /** Stores a change that waits for an earlier change of its stream. */
    @Transactional
    public Optional<Stored> queued(HeldWebhook held, SentChange change, Instant now) {
        return locked(held).map(webhook -> {
            var delivery = row(webhook, change, now);
            delivery.persist();
            webhook.passed(change);
            return Stored.of(webhook, delivery);
        });
    }

    /** Stores what came of another attempt of a pending delivery. */
    @Transactional
    public Optional<Webhook> retried(
            HeldWebhook held,
            long number,
            AttemptOutcome outcome,
            Optional<Instant> next,
            BiConsumer<Webhook, AttemptOutcome> effect) {
        return locked(held).map(webhook -> {
            WebhookDelivery.<WebhookDelivery>findByIdOptional(number)
                    .filter(WebhookDelivery::isPending)
                    .ifPresent(delivery -> delivery.attempted(outcome, next));
            effect.accept(webhook, outcome);
            return webhook;
        });
    }

    /** Stores that no change up to the cursor concerns the subscription. */
    @Transactional
    public Optional<Webhook> movedTo(HeldWebhook held, Cursor cursor) {
        return locked(held).map(webhook -> {
            webhook.moveTo(cursor);
            return webhook;
        });
    }

    /** Stores where the subscription continues in a log that was built again. */
    @Transactional
    public Optional<Webhook> resumedAt(HeldWebhook held, Cursor cursor, InstantsByKind recordedFrom) {
        return locked(held).map(webhook -> {
            webhook.resumeAt(cursor, recordedFrom);
            return webhook;
        });
    }

    private Optional<Webhook> locked(HeldWebhook held) {
        entities.createNativeQuery(DO_NOT_WAIT_FOR_DISK).getSingleResult();
        return Webhook.<Webhook>findByIdOptional(held.webhook().id(), LockModeType.PESSIMISTIC_WRITE)
                .filter(webhook -> webhook.isHeldBy(held.holder()))
                .filter(webhook -> webhook.revision() == held.webhook().revision());
    }

    /** The row of this event: that of an earlier delivery, if the event is delivered again. */
    private static WebhookDelivery row(Webhook webhook, SentChange change, Instant now) {
        var earlier = WebhookDelivery.<WebhookDelivery>find(
                        "webhook = ?1 and message = ?2", webhook.id(), change.message())
                .firstResultOptional();
        earlier.filter(delivery -> !delivery.isPending()).ifPresent(delivery -> delivery.await(change.body(), now));
        return earlier.orElseGet(() -> WebhookDelivery.of(webhook.id(), change, now));
    }
}
