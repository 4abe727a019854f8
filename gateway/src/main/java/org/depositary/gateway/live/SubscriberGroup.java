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
import java.util.function.Supplier;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.jboss.logging.Logger;

/**
 * The subscribers of one event loop. Each takes what follows its position at its own pace: from the shared ring or,
 * when it has fallen behind that, from the database. Those who stand at the same place with the same filter share even
 * the joined bytes.
 */
final class SubscriberGroup {

    /** Reads a part of the log for one who has fallen behind the ring. */
    @FunctionalInterface
    interface CatchUp {
        EncodedChunk read(Cursor after, ChangeFilter filter) throws SQLException;
    }

    private record Place(Cursor position, ChangeFilter filter) {}

    private static final Logger LOG = Logger.getLogger(SubscriberGroup.class);
    private static final int CHUNK = 100;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Context context;
    private final Supplier<ChangeRingBuffer> ring;
    private final CatchUp catchUp;
    private final Executor catchUpThreads;
    private final LiveSettings settings;
    private final Set<StreamSubscriber> subscribers = new HashSet<>();
    private final AtomicBoolean woken = new AtomicBoolean();

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
        context.runOnContext(now -> {
            vertx.setPeriodic(settings.heartbeat().toMillis(), timer -> all().forEach(StreamSubscriber::beat));
            vertx.setPeriodic(LOOK.toMillis(), timer -> closeStuck());
        });
    }

    /**
     * From any thread.
     *
     * @param reset it comes from an unknown place
     */
    void add(StreamSubscriber subscriber, boolean reset) {
        context.runOnContext(now -> {
            if (!subscriber.isGone()) {
                subscribers.add(subscriber);
                subscriber.greet();
                if (reset) {
                    subscriber.reset(subscriber.position());
                }
                serve(subscriber, new HashMap<>());
            }
        });
    }

    /** From any thread. */
    void remove(StreamSubscriber subscriber) {
        context.runOnContext(now -> subscribers.remove(subscriber));
    }

    /** There is something new. However often that is told before the loop comes to it, it is looked at once. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            context.runOnContext(now -> {
                woken.set(false);
                var shared = new HashMap<Place, Optional<EncodedChunk>>();
                all().forEach(subscriber -> serve(subscriber, shared));
            });
        }
    }

    void reset(Cursor to) {
        context.runOnContext(now -> all().forEach(subscriber -> subscriber.reset(to)));
    }

    /** It can be written to again. */
    void drained(StreamSubscriber subscriber) {
        serve(subscriber, new HashMap<>());
    }

    private void serve(StreamSubscriber subscriber, Map<Place, Optional<EncodedChunk>> shared) {
        while (subscriber.position().seq() < ring.get().last().seq() && subscriber.takes()) {
            var place = new Place(subscriber.position(), subscriber.filter());
            var chunk = shared.computeIfAbsent(place, this::fromRing);
            if (chunk.isEmpty()) {
                catchUp(subscriber);
                return;
            }
            subscriber.give(chunk.get());
        }
    }

    private Optional<EncodedChunk> fromRing(Place place) {
        var messages = ring.get().after(place.position().seq(), CHUNK);
        return messages.isEmpty() ? Optional.empty() : Optional.of(EncodedChunk.of(messages, place.filter()));
    }

    private void catchUp(StreamSubscriber subscriber) {
        subscriber.setCatchingUp(true);
        var from = subscriber.position();
        catchUpThreads.execute(() -> {
            try {
                var chunk = catchUp.read(from, subscriber.filter());
                context.runOnContext(now -> caughtUp(subscriber, from, Optional.of(chunk)));
            } catch (SQLException | RuntimeException failure) {
                LOG.debug("A subscriber cannot be told from the database now", failure);
                context.runOnContext(
                        now -> vertx.setTimer(LOOK.toMillis(), timer -> caughtUp(subscriber, from, Optional.empty())));
            }
        });
    }

    private void caughtUp(StreamSubscriber subscriber, Cursor from, Optional<EncodedChunk> chunk) {
        subscriber.setCatchingUp(false);
        // After a reset in the meantime this would lead back.
        chunk.filter(read -> subscriber.position().equals(from)).ifPresent(subscriber::give);
        serve(subscriber, new HashMap<>());
    }

    /** At shutdown. From any thread. The clients neither leave nor reconnect all at once. */
    void closeAll() {
        context.runOnContext(now -> all().forEach(this::closeLater));
    }

    private void closeLater(StreamSubscriber subscriber) {
        var random = ThreadLocalRandom.current();
        long afterMillis = random.nextLong(1, settings.closeWithin().toMillis() + 1);
        long retryMillis = random.nextLong(
                StreamSubscriber.RETRY_MILLIS, settings.reconnectWithin().toMillis() + 1);
        vertx.setTimer(afterMillis, timer -> subscriber.close(retryMillis));
    }

    private void closeStuck() {
        for (var subscriber : all()) {
            if (subscriber.hasLagged()) {
                subscriber.cut();
            } else if (subscriber.isStuck(settings.patience())) {
                subscriber.lag();
            }
        }
    }

    /** Closing one changes the set. */
    private List<StreamSubscriber> all() {
        return List.copyOf(subscribers);
    }
}
