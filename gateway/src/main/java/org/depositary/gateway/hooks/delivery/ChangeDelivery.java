package org.depositary.gateway.hooks.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.depositary.gateway.hooks.store.HeldWebhook;
import org.depositary.gateway.hooks.store.SentChange;
import org.depositary.gateway.hooks.store.Webhook;
import org.depositary.gateway.hooks.store.WebhookDelivery;
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
        if (state.isEmpty() || state.get().webhook().revision != revision) {
            state = parts.progress().load(id, holder);
            state.ifPresent(this::begin);
            return state.map(read -> Duration.ZERO);
        }
        return Optional.of(round(state.get()));
    }

    private void begin(HeldWebhook read) {
        reached = read.webhook().position();
        revision = read.webhook().revision;
    }

    private Duration round(HeldWebhook held) throws SQLException, InterruptedException {
        var now = parts.clock().instant();
        oldestUndelivered = held.pending().oldest();
        var notBefore = held.webhook().notBefore().filter(now::isBefore);
        if (notBefore.isPresent()) {
            return until(notBefore.get(), now);
        }
        var next = held.pending().next();
        if (next.filter(pending -> pending.isDue(now)).isPresent()) {
            state = parts.attempts().again(held, next.get(), mayGoOn);
            return Duration.ZERO;
        }
        if (takesNewChanges(held) && deliverNew(held)) {
            return Duration.ZERO;
        }
        return next.flatMap(WebhookDelivery::nextAttemptAt)
                .map(at -> until(at, now))
                .orElse(LONGEST_PAUSE);
    }

    private static Duration until(Instant next, Instant now) {
        var wait = Duration.between(now, next).plusMillis(1);
        return wait.compareTo(LONGEST_PAUSE) < 0 ? wait : LONGEST_PAUSE;
    }

    /** In an outage only pending deliveries are tried, so that their number stays small. */
    private static boolean takesNewChanges(HeldWebhook held) {
        boolean isOutage = held.webhook().failures >= WebhookAttempts.FAILURES_OF_OUTAGE;
        return held.pending().next().isEmpty() || !isOutage && held.pending().count() < MOST_PENDING;
    }

    /** Returns false if the log has nothing new. */
    private boolean deliverNew(HeldWebhook held) throws SQLException, InterruptedException {
        var filter = held.webhook().filter.changes();
        var next = parts.follower().after(reached, filter, BATCH);
        if (next.isEmpty()) {
            parts.resumption().resume(held);
            state = Optional.empty();
            return true;
        }
        var changes = next.get().changes();
        for (var encoded : changes) {
            if (isWanted(held.webhook(), encoded) && !deliver(parts.messages().change(id, encoded))) {
                return true;
            }
        }
        // After a full batch, more changes can follow at once.
        return moveTo(next.get().upTo()) || !changes.isEmpty();
    }

    private static boolean isWanted(Webhook webhook, EncodedChange encoded) {
        var change = encoded.change();
        return webhook.recordedFrom
                .of(change.kind())
                .filter(change.recordedAt()::isBefore)
                .isEmpty();
    }

    private boolean moveTo(Cursor upTo) {
        boolean isNew = !upTo.equals(reached);
        reached = upTo;
        state.filter(held -> upTo.seq() - held.webhook().position().seq() >= MOST_UNSTORED)
                .ifPresent(held -> state = parts.progress().movedTo(held, upTo));
        return isNew;
    }

    /** Returns whether the next change may follow at once. */
    private boolean deliver(SentChange change) throws InterruptedException {
        if (!mayGoOn.getAsBoolean()
                || state.filter(held -> held.webhook().revision == revision).isEmpty()) {
            return false;
        }
        var held = state.get();
        oldestUndelivered = Stream.concat(held.pending().oldest().stream(), Stream.of(change.recordedAt()))
                .min(Instant::compareTo);
        boolean isBehind = parts.progress().isPending(held, change.stream());
        state = isBehind
                ? parts.progress().queued(held, change, parts.clock().instant())
                : parts.attempts().first(held, change, mayGoOn);
        reached = change.cursor();
        return state.filter(after -> isBehind || after.webhook().failures == 0)
                .filter(ChangeDelivery::takesNewChanges)
                .isPresent();
    }
}
