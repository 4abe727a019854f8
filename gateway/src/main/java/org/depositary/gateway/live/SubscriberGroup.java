package org.depositary.gateway.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.jboss.logging.Logger;

/**
 * The subscribers of one event loop. Each gets the changes after its own position: from the shared ring buffer or, if it has
 * fallen behind the buffer, from the database. Subscribers with the same position and filter share the encoded bytes.
 */
final class SubscriberGroup {

    @FunctionalInterface
    interface CatchUp {
        SseChunk read(Cursor after, ChangeFilter filter) throws SQLException;
    }

    private record PositionAndFilter(Cursor position, ChangeFilter filter) {}

    private static final Logger LOG = Logger.getLogger(SubscriberGroup.class);
    private static final int CHUNK_CHANGES = 100;
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);

    private final Vertx vertx;
    private final Context context;
    private final Supplier<ChangeRingBuffer> ring;
    private final CatchUp catchUp;
    private final Executor catchUpThreads;
    private final LiveSettings settings;
    private final Set<StreamSubscriber> subscribers = new HashSet<>();
    private final AtomicBoolean sendScheduled = new AtomicBoolean();
    private final RoundPacing pacing;

    SubscriberGroup(
            Vertx vertx,
            Context context,
            Supplier<ChangeRingBuffer> ring,
            CatchUp catchUp,
            Executor catchUpThreads,
            LiveSettings settings) {
        this.vertx = vertx;
        this.context = context;
        this.ring = ring;
        this.catchUp = catchUp;
        this.catchUpThreads = catchUpThreads;
        this.settings = settings;
        this.pacing = new RoundPacing(settings.longestPause().toMillis(), System::nanoTime);
        context.runOnContext(now -> {
            vertx.setPeriodic(settings.heartbeat().toMillis(), timer -> all().forEach(StreamSubscriber::beat));
            vertx.setPeriodic(CHECK_INTERVAL.toMillis(), timer -> disconnectStuck());
        });
    }

    /**
     * Adds a subscriber. May be called on any thread.
     *
     * @param reset whether the client's cursor was unknown, so that it gets a reset event first
     */
    void add(StreamSubscriber subscriber, boolean reset) {
        context.runOnContext(now -> {
            if (!subscriber.isGone()) {
                subscribers.add(subscriber);
                subscriber.greet();
                if (reset) {
                    subscriber.reset(subscriber.position());
                }
                sendPending(subscriber);
            }
        });
    }

    /** Removes a subscriber. May be called on any thread. */
    void remove(StreamSubscriber subscriber) {
        context.runOnContext(now -> subscribers.remove(subscriber));
    }

    /**
     * Sends new changes to all subscribers, as soon as {@link RoundPacing} allows it. Several calls before that have the
     * effect of one. May be called on any thread.
     */
    void sendNewChanges() {
        if (sendScheduled.compareAndSet(false, true)) {
            context.runOnContext(now -> {
                long pauseMillis = pacing.millisToNextRound();
                if (pauseMillis == 0) {
                    pacing.run(this::sendRound);
                } else {
                    vertx.setTimer(pauseMillis, timer -> pacing.run(this::sendRound));
                }
            });
        }
    }

    private void sendRound() {
        sendScheduled.set(false);
        var shared = new HashMap<PositionAndFilter, Optional<SseChunk>>();
        var spans = new DeliverySpans();
        all().forEach(subscriber -> sendPending(subscriber, shared, spans::sent));
        spans.end();
    }

    void reset(Cursor to) {
        context.runOnContext(now -> all().forEach(subscriber -> subscriber.reset(to)));
    }

    /** Called when the subscriber's connection accepts bytes again. */
    void drained(StreamSubscriber subscriber) {
        sendPending(subscriber);
    }

    private void sendPending(StreamSubscriber subscriber) {
        sendPending(subscriber, new HashMap<>(), chunk -> {});
    }

    private void sendPending(
            StreamSubscriber subscriber, Map<PositionAndFilter, Optional<SseChunk>> shared, Consumer<SseChunk> sent) {
        while (subscriber.position().seq() < ring.get().last().seq() && subscriber.isReady()) {
            var key = new PositionAndFilter(subscriber.position(), subscriber.filter());
            var chunk = shared.computeIfAbsent(key, this::fromRing);
            if (chunk.isEmpty()) {
                catchUp(subscriber);
                return;
            }
            subscriber.send(chunk.get());
            sent.accept(chunk.get());
        }
    }

    private Optional<SseChunk> fromRing(PositionAndFilter key) {
        var messages = ring.get().after(key.position().seq(), CHUNK_CHANGES);
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(SseChunk.of(EncodedChange.firstOf(messages), key.filter()));
    }

    private void catchUp(StreamSubscriber subscriber) {
        subscriber.setCatchingUp(true);
        var from = subscriber.position();
        catchUpThreads.execute(() -> {
            try {
                var chunk = catchUp.read(from, subscriber.filter());
                context.runOnContext(now -> caughtUp(subscriber, from, Optional.of(chunk)));
            } catch (SQLException | RuntimeException failure) {
                LOG.debug("Cannot read the change log for a subscriber that is behind; trying again", failure);
                context.runOnContext(now -> vertx.setTimer(
                        CHECK_INTERVAL.toMillis(), timer -> caughtUp(subscriber, from, Optional.empty())));
            }
        });
    }

    private void caughtUp(StreamSubscriber subscriber, Cursor from, Optional<SseChunk> chunk) {
        subscriber.setCatchingUp(false);
        // Ignores the chunk if the subscriber was reset meanwhile, because the chunk is from before the reset.
        chunk.filter(read -> subscriber.position().equals(from)).ifPresent(subscriber::send);
        sendPending(subscriber);
    }

    /**
     * Closes all streams at shutdown, at random moments, so that clients do not reconnect all at once. May be called
     * on any thread.
     */
    void closeAll() {
        context.runOnContext(now -> all().forEach(this::closeLater));
    }

    private void closeLater(StreamSubscriber subscriber) {
        long afterMillis =
                ThreadLocalRandom.current().nextLong(1, settings.closeWithin().toMillis() + 1);
        long retryMillis = ReconnectDelay.randomMillis(settings.reconnectWithin());
        vertx.setTimer(afterMillis, timer -> subscriber.close(retryMillis));
    }

    private void disconnectStuck() {
        for (var subscriber : all()) {
            if (subscriber.hasLagged()) {
                subscriber.disconnect();
            } else if (subscriber.isStuck(settings.stuckTimeout())) {
                subscriber.sendLagged();
            }
        }
    }

    /** A copy of the set, because disconnecting a subscriber changes the set. */
    private List<StreamSubscriber> all() {
        return List.copyOf(subscribers);
    }
}
