package org.depositary.gateway.hooks.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.depositary.gateway.log.Cursor;
import org.hibernate.Session;

/**
 * Stores how far the holder of a lease has got. Every method returns the state afterwards; empty if the lease has gone to
 * another gateway, or if a command has changed the subscription since it was read. Nothing is stored then.
 */
@ApplicationScoped
public class DeliveryProgress {

    /**
     * A crash of the database may lose the last of these commits. The deliveries are then repeated. The other settings make
     * PostgreSQL use the index that has the order of a statement, also if it knows nothing of the table.
     */
    private static final String BEGIN = """
            SELECT set_config('synchronous_commit', 'off', true) || set_config('enable_seqscan', 'off', true)
                || set_config('enable_sort', 'off', true) || set_config('enable_incremental_sort', 'off', true)
            """;

    private final Session session;

    DeliveryProgress(Session session) {
        this.session = session;
    }

    /** Reads the subscription. Empty if it is not active, or if another gateway has its lease. */
    @Transactional
    public Optional<HeldWebhook> load(UUID id, UUID holder) {
        begin(session);
        return Webhook.<Webhook>findByIdOptional(id)
                .filter(webhook -> webhook.isActive() && webhook.isHeldBy(holder))
                .map(webhook -> new HeldWebhook(holder, webhook, PendingDeliveries.counted(session, id)));
    }

    /** Whether an earlier change of the stream is pending, so that this stream must wait. */
    @Transactional
    public boolean isPending(HeldWebhook held, String stream) {
        if (held.pending().count() == 0) {
            return false;
        }
        begin(session);
        return PendingDeliveries.hasStream(session, held.webhook().id, stream);
    }

    /** Stores what came of the first attempt, and what it means for the subscription. */
    @Transactional
    public Optional<HeldWebhook> attempted(
            HeldWebhook held,
            SentChange change,
            AttemptOutcome outcome,
            Optional<Instant> next,
            BiConsumer<Webhook, AttemptOutcome> effect) {
        return locked(held).map(webhook -> {
            var delivery = row(webhook, change, outcome.at());
            if (!delivery.isPending()) {
                delivery.await(change.body(), outcome.at());
            }
            delivery.attempted(outcome, next);
            delivery.persist();
            webhook.passed(change);
            effect.accept(webhook, outcome);
            return delivery.isPending() ? read(held, webhook, 1) : held.with(webhook);
        });
    }

    /** Stores a change that waits for an earlier change of its stream. */
    @Transactional
    public Optional<HeldWebhook> queued(HeldWebhook held, SentChange change, Instant now) {
        return locked(held).map(webhook -> {
            webhook.passed(change);
            var delivery = row(webhook, change, now);
            if (delivery.isPending()) {
                return held.with(webhook);
            }
            delivery.await(change.body(), now);
            delivery.waits = true;
            delivery.persist();
            // After a replay, this change can be the first of its stream.
            PendingDeliveries.letFirstGo(session, webhook.id, change.stream());
            return read(held, webhook, 1);
        });
    }

    /** Stores what came of another attempt of a pending delivery. */
    @Transactional
    public Optional<HeldWebhook> retried(
            HeldWebhook held,
            WebhookDelivery tried,
            AttemptOutcome outcome,
            Optional<Instant> next,
            BiConsumer<Webhook, AttemptOutcome> effect) {
        return locked(held).map(webhook -> {
            var delivery = WebhookDelivery.<WebhookDelivery>findByIdOptional(tried.number)
                    .filter(WebhookDelivery::isPending);
            delivery.ifPresent(pending -> pending.attempted(outcome, next));
            effect.accept(webhook, outcome);
            boolean hasEnded = delivery.filter(each -> !each.isPending()).isPresent();
            if (hasEnded) {
                PendingDeliveries.letFirstGo(session, webhook.id, tried.stream);
            }
            return read(held, webhook, hasEnded ? -1 : 0);
        });
    }

    /** Stores that no change up to the cursor concerns the subscription. */
    @Transactional
    public Optional<HeldWebhook> movedTo(HeldWebhook held, Cursor cursor) {
        return locked(held).map(webhook -> {
            webhook.moveTo(cursor);
            return held.with(webhook);
        });
    }

    /** Stores where the subscription continues in a log that was built again. */
    @Transactional
    public Optional<HeldWebhook> resumedAt(HeldWebhook held, Cursor cursor, InstantsByKind recordedFrom) {
        return locked(held).map(webhook -> {
            webhook.resumeAt(cursor, recordedFrom);
            return held.with(webhook);
        });
    }

    private HeldWebhook read(HeldWebhook held, Webhook webhook, int more) {
        return held.with(
                webhook,
                PendingDeliveries.read(session, webhook.id, held.pending().count() + more));
    }

    private Optional<Webhook> locked(HeldWebhook held) {
        begin(session);
        return Webhook.<Webhook>findByIdOptional(held.webhook().id, LockModeType.PESSIMISTIC_WRITE)
                .filter(webhook -> webhook.isHeldBy(held.holder()))
                .filter(webhook -> webhook.revision == held.webhook().revision);
    }

    /** The first statement of a transaction that reads deliveries: a session keeps the plan that it makes in one of them. */
    static void begin(Session session) {
        session.createNativeQuery(BEGIN, String.class).getSingleResult();
    }

    /** The row of this event: that of an earlier delivery, if the event is delivered again. Its index is the one with this order. */
    private static WebhookDelivery row(Webhook webhook, SentChange change, Instant now) {
        return WebhookDelivery.<WebhookDelivery>find(
                        "webhook = ?1 and message >= ?2 order by message", webhook.id, change.message())
                .firstResultOptional()
                .filter(found -> found.message.equals(change.message()))
                .orElseGet(() -> WebhookDelivery.of(webhook.id, change, now));
    }
}
