package org.depositary.gateway.live;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.live.ChangeFollower.NextChanges;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.log.LoggedCloudEventReader;

/** Keeps all subscribers of this replica, grouped by event loop. */
@ApplicationScoped
class SubscriberRegistry implements ChangeLogTail.Listener {

    private static final int CATCH_UP_THREADS = 4;
    private static final int CHUNK_CHANGES = 200;

    private final Vertx vertx;
    private final ChangeLogTail tail;
    private final GatewayDatabase database;
    private final LoggedCloudEventReader log;
    private final LiveSettings settings;
    private volatile boolean closing;
    private final Map<Context, SubscriberGroup> groups = new ConcurrentHashMap<>();
    private final ExecutorService catchUpThreads = Executors.newFixedThreadPool(
            CATCH_UP_THREADS, Thread.ofPlatform().name("catch-up-", 0).daemon().factory());

    SubscriberRegistry(
            Vertx vertx,
            ChangeLogTail tail,
            GatewayDatabase database,
            LoggedCloudEventReader log,
            LiveSettings settings) {
        this.vertx = vertx;
        this.tail = tail;
        this.database = database;
        this.log = log;
        this.settings = settings;
    }

    void onStart(@Observes StartupEvent event) {
        tail.listen(this);
    }

    void onStop(@Observes ShutdownEvent event) {
        catchUpThreads.shutdownNow();
    }

    /** Closes all streams. Runs before Quarkus waits for open requests to end, and before the HTTP server closes. */
    void closeStreams(@Observes ShutdownDelayInitiatedEvent event) {
        closing = true;
        groups.values().forEach(SubscriberGroup::closeAll);
    }

    /** Closes a group's streams again if the gateway is shutting down, for a subscriber that was added meanwhile. */
    void closeIfShuttingDown(SubscriberGroup group) {
        if (closing) {
            group.closeAll();
        }
    }

    /** Whether this gateway shuts down. */
    boolean isClosing() {
        return closing;
    }

    /** The group of subscribers of this event loop. Created if it does not exist yet. */
    SubscriberGroup group(Context eventLoop) {
        return groups.computeIfAbsent(
                eventLoop,
                loop -> new SubscriberGroup(vertx, loop, tail::ring, this::readFromDatabase, catchUpThreads, settings));
    }

    /** Runs a task on a worker thread, because it would block an event loop. */
    void offLoop(Runnable task) {
        catchUpThreads.execute(task);
    }

    @Override
    public void changesAdded() {
        groups.values().forEach(SubscriberGroup::sendNewChanges);
    }

    @Override
    public void logWasReset(Cursor now) {
        groups.values().forEach(group -> group.reset(now));
    }

    /**
     * Reads changes from the database, at most up to the ring buffer, so that the subscriber continues there without a
     * gap.
     */
    private SseChunk readFromDatabase(Cursor after, ChangeFilter filter) throws SQLException {
        long upTo = tail.ring().last().seq();
        return database.snapshot(connection -> {
            var found = EncodedChange.all(log.read(connection, after.seq(), upTo, filter, CHUNK_CHANGES));
            var next = NextChanges.of(found, CHUNK_CHANGES, log.cursor(connection, upTo));
            return SseChunk.ofMatching(next.changes(), next.upTo());
        });
    }
}
