package org.depositary.gateway.live;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.log.LoggedCloudEventReader;

/** All subscribers of this replica, by event loop. */
@ApplicationScoped
class SubscriberGroups implements ChangeLogTail.Listener {

    private static final int CATCH_UP_THREADS = 4;
    private static final int WINDOW = 5_000;
    private static final int CHUNK = 200;

    private final Vertx vertx;
    private final ChangeLogTail tail;
    private final GatewayDatabase database;
    private final LoggedCloudEventReader log;
    private final LiveSettings settings;
    private final AtomicInteger count;
    private volatile boolean closing;
    private final Map<Context, SubscriberGroup> groups = new ConcurrentHashMap<>();
    private final ExecutorService catchUpThreads = Executors.newFixedThreadPool(
            CATCH_UP_THREADS, Thread.ofPlatform().name("catch-up-", 0).daemon().factory());

    SubscriberGroups(
            Vertx vertx,
            ChangeLogTail tail,
            GatewayDatabase database,
            LoggedCloudEventReader log,
            LiveSettings settings,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.tail = tail;
        this.database = database;
        this.log = log;
        this.settings = settings;
        this.count = metrics.gauge("depositary.subscribers", new AtomicInteger());
    }

    void onStart(@Observes StartupEvent event) {
        tail.listen(this);
    }

    void onStop(@Observes ShutdownEvent event) {
        catchUpThreads.shutdownNow();
    }

    /** Runs before Quarkus waits for open requests to end, and before the HTTP server closes. */
    void closeStreams(@Observes ShutdownDelayInitiatedEvent event) {
        closing = true;
        groups.values().forEach(SubscriberGroup::closeAll);
    }

    /** For a subscriber that was added while the gateway began to shut down. */
    void closeIfShuttingDown(SubscriberGroup group) {
        if (closing) {
            group.closeAll();
        }
    }

    /** Takes a place for one more subscriber, if one is free. The caller must give it back by {@link #leave()}. */
    boolean enter() {
        if (count.incrementAndGet() <= settings.maxSubscribers() && !closing) {
            return true;
        }
        count.decrementAndGet();
        return false;
    }

    void leave() {
        count.decrementAndGet();
    }

    /** The subscribers of an event loop. */
    SubscriberGroup group(Context eventLoop) {
        return groups.computeIfAbsent(
                eventLoop,
                loop -> new SubscriberGroup(vertx, loop, tail::ring, this::behind, catchUpThreads, settings));
    }

    /** Runs what must not hold up an event loop. */
    void offLoop(Runnable task) {
        catchUpThreads.execute(task);
    }

    @Override
    public void somethingNew() {
        groups.values().forEach(SubscriberGroup::wake);
    }

    @Override
    public void setBack(Cursor now) {
        groups.values().forEach(group -> group.reset(now));
    }

    /** From the database, no further than the ring: there the subscriber goes on without a gap. */
    private EncodedChunk behind(Cursor after, ChangeFilter filter) throws SQLException {
        long upTo = Math.min(tail.ring().last().seq(), after.seq() + WINDOW);
        return database.autoCommit(connection -> {
            var messages = EncodedChange.all(log.read(connection, after.seq(), upTo, filter, CHUNK));
            return messages.size() == CHUNK
                    ? EncodedChunk.ofMatching(messages, messages.getLast().cursor())
                    : EncodedChunk.ofMatching(messages, log.cursor(connection, upTo));
        });
    }
}
