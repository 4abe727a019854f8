package org.depositary.gateway.graph.subscriptions;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.depositary.gateway.live.ChangeFollower;
import org.depositary.gateway.live.ChangeFollower.NextChanges;
import org.depositary.gateway.live.EncodedChange;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.jboss.logging.Logger;

/**
 * The messages of one subscription, one for each call of {@link #next}. Calls must follow each other, so only one thread
 * at a time is inside.
 */
final class ChangeFeed {

    private static final Logger LOG = Logger.getLogger(ChangeFeed.class);

    /** Changes that were read and not sent. Few, because a client that does not read keeps them in memory. */
    private static final int BATCH = 20;

    private static final long MAX_UNREPORTED_CHANGES = 5_000;

    private final ChangeFollower follower;
    private final ChangeFeeds feeds;
    private final ChangeFilter filter;
    private final String snapshot;
    private final Queue<EncodedChange> unsent = new ArrayDeque<>();
    private final AtomicReference<UniEmitter<? super Map<String, Object>>> waiting = new AtomicReference<>();
    private volatile boolean closed;
    private Optional<Map<String, Object>> first;
    private Cursor position;
    private Cursor reported;

    /** @param snapshot URL where a client reads everything again after a reset */
    ChangeFeed(ChangeFollower follower, ChangeFeeds feeds, ChangeFollower.Start start, String snapshot) {
        this.follower = follower;
        this.feeds = feeds;
        this.filter = start.filter();
        this.snapshot = snapshot;
        this.position = start.cursor().orElseGet(follower::newest);
        this.reported = position;
        this.first = Optional.of(
                start.cursor().isPresent()
                        ? ChangeMessage.position(position)
                        : ChangeMessage.reset(position, snapshot));
    }

    /** The next message. Waits for one if there is none. */
    Uni<Map<String, Object>> next() {
        return Uni.createFrom().emitter(emitter -> feeds.run(() -> look(emitter)));
    }

    /** Looks for new changes if this feed waits for them. May be called on any thread. */
    void wake() {
        var emitter = waiting.getAndSet(null);
        if (emitter != null) {
            feeds.run(() -> look(emitter));
        }
    }

    /** Emits the position if nothing matched since the last message, else looks again. May be called on any thread. */
    void beat() {
        var emitter = waiting.getAndSet(null);
        if (emitter != null) {
            feeds.run(position.equals(reported) ? () -> look(emitter) : () -> emitPosition(emitter));
        }
    }

    /** Ends this feed. May be called on any thread. */
    void close() {
        closed = true;
        waiting.set(null);
    }

    private void look(UniEmitter<? super Map<String, Object>> emitter) {
        if (closed) {
            return;
        }
        if (first.isPresent()) {
            emitFirst(emitter);
        } else if (!unsent.isEmpty()) {
            emitChange(emitter);
        } else {
            follower.inMemory(position, filter, BATCH)
                    .ifPresentOrElse(
                            found -> advance(found, emitter), () -> feeds.runBlocking(() -> readDatabase(emitter)));
        }
    }

    private void readDatabase(UniEmitter<? super Map<String, Object>> emitter) {
        Optional<NextChanges> found;
        try {
            found = follower.after(position, filter, BATCH);
        } catch (SQLException | RuntimeException failure) {
            LOG.debug("Cannot read the change log for a subscription; trying again", failure);
            feeds.runLater(() -> look(emitter));
            return;
        }
        found.ifPresentOrElse(changes -> advance(changes, emitter), () -> reset(emitter));
    }

    private void advance(NextChanges found, UniEmitter<? super Map<String, Object>> emitter) {
        boolean moved = !found.upTo().equals(position);
        position = found.upTo();
        unsent.addAll(found.changes());
        if (!unsent.isEmpty()) {
            emitChange(emitter);
        } else if (position.seq() - reported.seq() > MAX_UNREPORTED_CHANGES) {
            emitPosition(emitter);
        } else if (moved) {
            feeds.run(() -> look(emitter));
        } else {
            await(emitter);
        }
    }

    private void await(UniEmitter<? super Map<String, Object>> emitter) {
        waiting.set(emitter);
        // A change that came before this feed waited has not woken it.
        if (follower.newest().seq() > position.seq()) {
            wake();
        }
    }

    // The methods below emit last: then the next call of next() may begin on another thread.

    private void emitFirst(UniEmitter<? super Map<String, Object>> emitter) {
        var message = first.orElseThrow();
        first = Optional.empty();
        emitter.complete(message);
    }

    private void emitChange(UniEmitter<? super Map<String, Object>> emitter) {
        var change = unsent.remove();
        reported = change.cursor();
        emitter.complete(feeds.message(change));
    }

    private void emitPosition(UniEmitter<? super Map<String, Object>> emitter) {
        reported = position;
        emitter.complete(ChangeMessage.position(position));
    }

    private void reset(UniEmitter<? super Map<String, Object>> emitter) {
        position = follower.newest();
        reported = position;
        emitter.complete(ChangeMessage.reset(position, snapshot));
    }
}
