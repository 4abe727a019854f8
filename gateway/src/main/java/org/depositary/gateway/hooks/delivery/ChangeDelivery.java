package org.depositary.gateway.hooks.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.depositary.gateway.hooks.store.DeliveryProgress.Stored;
import org.depositary.gateway.hooks.store.HeldWebhook;
import org.depositary.gateway.hooks.store.PendingDelivery;
import org.depositary.gateway.hooks.store.SentChange;
import org.depositary.gateway.hooks.store.Webhook;
import org.depositary.gateway.live.EncodedChange;
import org.depositary.gateway.log.Cursor;

/**
 * Delivers the changes of one webhook in order, one after the other. A failed change becomes a pending delivery, and later
 * changes of its stream wait behind it. All methods but the volatile properties belong to one thread.
 */
final class ChangeDelivery {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int BATCH = 50;
    private static final int MOST_PENDING = 1_000;

    /** A position is stored with the next delivery, or when it has moved so far without one. */
    private static final int MOST_UNSTORED = 1_000;

    private final UUID id;
    private final UUID holder;
    private final WorkerParts parts;
    private final BooleanSupplier mayGoOn;
    private volatile int revision;
    private volatile Optional<Instant> oldestUndelivered = Optional.empty();
    private Optional<HeldWebhook> state = Optional.empty();
    private PendingQueue queue = new PendingQueue(List.of());
    private Cursor reached;

    /** @param mayGoOn whether another request may begin */
    ChangeDelivery(UUID id, UUID holder, WorkerParts parts, BooleanSupplier mayGoOn) {
        this.id = id;
        this.holder = holder;
        this.parts = parts;
        this.mayGoOn = mayGoOn;
    }

    /** Sets the revision that the database has. Returns whether the subscription must be read again. */
    boolean setRevision(int current) {
        boolean isOther = revision != current;
        revision = current;
        return isOther;
    }

    Optional<Instant> oldestUndelivered() {
        return oldestUndelivered;
    }

    /** Returns how long to wait for the next round. Empty if the webhook is not active, or has another holder. */
    Optional<Duration> round() throws SQLException, InterruptedException {
        if (state.isEmpty() || state.get().webhook().revision() != revision) {
            state = parts.progress().load(id, holder, MOST_PENDING);
            state.ifPresent(this::begin);
            return state.map(read -> Duration.ZERO);
        }
        return Optional.of(round(state.get()));
    }

    private void begin(HeldWebhook read) {
        queue = new PendingQueue(read.pending());
        reached = read.webhook().position();
        revision = read.webhook().revision();
    }

    private Duration round(HeldWebhook held) throws SQLException, InterruptedException {
        var now = parts.clock().instant();
        oldestUndelivered = queue.oldest();
        var notBefore = held.webhook().notBefore().filter(now::isBefore);
        if (notBefore.isPresent()) {
            return until(notBefore.get(), now);
        }
        var next = queue.next();
        if (next.filter(pending -> !now.isBefore(pending.next())).isPresent()) {
            deliverAgain(held, next.get());
            return Duration.ZERO;
        }
        if (takesNewChanges(held.webhook()) && deliverNew(held)) {
            return Duration.ZERO;
        }
        return next.map(pending -> until(pending.next(), now)).orElse(LONGEST_PAUSE);
    }

    private static Duration until(Instant next, Instant now) {
        var wait = Duration.between(now, next).plusMillis(1);
        return wait.compareTo(LONGEST_PAUSE) < 0 ? wait : LONGEST_PAUSE;
    }

    /** In an outage only pending deliveries are tried, so that their number stays small. */
    private boolean takesNewChanges(Webhook webhook) {
        boolean isOutage = webhook.failures() >= WebhookAttempts.FAILURES_OF_OUTAGE;
        return queue.size() == 0 || !isOutage && queue.size() < MOST_PENDING;
    }

    /** The outcome can make other deliveries due, so all are read again. */
    private void deliverAgain(HeldWebhook held, PendingDelivery pending) throws InterruptedException {
        parts.attempts().again(held, pending);
        state = Optional.empty();
    }

    /** Returns false if the log has nothing new. */
    private boolean deliverNew(HeldWebhook held) throws SQLException, InterruptedException {
        var filter = held.webhook().filter().changes();
        var next = parts.follower().after(reached, filter, BATCH);
        if (next.isEmpty()) {
            parts.resumption().resume(held);
            state = Optional.empty();
            return true;
        }
        for (var encoded : next.get().changes()) {
            if (isWanted(held.webhook(), encoded) && !deliver(parts.messages().change(id, encoded))) {
                return true;
            }
        }
        return moveTo(next.get().upTo());
    }

    private static boolean isWanted(Webhook webhook, EncodedChange encoded) {
        var change = encoded.change();
        return webhook.recordedFrom()
                .of(change.kind())
                .filter(change.recordedAt()::isBefore)
                .isEmpty();
    }

    private boolean moveTo(Cursor upTo) {
        boolean isNew = !upTo.equals(reached);
        reached = upTo;
        state.filter(held -> upTo.seq() - held.webhook().position().seq() >= MOST_UNSTORED)
                .ifPresent(held -> keep(held, parts.progress().movedTo(held, upTo)));
        return isNew;
    }

    /** Returns whether the next change may follow at once. */
    private boolean deliver(SentChange change) throws InterruptedException {
        if (!mayGoOn.getAsBoolean()
                || state.filter(held -> held.webhook().revision() == revision).isEmpty()) {
            return false;
        }
        var held = state.get();
        oldestUndelivered = Stream.concat(queue.oldest().stream(), Stream.of(change.recordedAt()))
                .min(Instant::compareTo);
        boolean isBehind = queue.has(change.stream());
        var stored = isBehind
                ? parts.progress().queued(held, change, parts.clock().instant())
                : parts.attempts().first(held, change);
        keep(held, stored.map(Stored::webhook));
        stored.flatMap(Stored::pending).ifPresent(queue::put);
        reached = change.cursor();
        boolean hasFailed = !isBehind && stored.flatMap(Stored::pending).isPresent();
        boolean isOutageOver = held.webhook().failures() >= WebhookAttempts.FAILURES_OF_OUTAGE && !hasFailed;
        if (isOutageOver) {
            state = Optional.empty();
        }
        return state.isPresent() && !hasFailed && takesNewChanges(state.get().webhook());
    }

    private void keep(HeldWebhook held, Optional<Webhook> changed) {
        state = changed.map(webhook -> new HeldWebhook(holder, webhook, held.pending()));
    }
}
