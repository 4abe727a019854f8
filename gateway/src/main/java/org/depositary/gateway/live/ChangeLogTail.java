package org.depositary.gateway.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.depositary.eventsourcing.background.BackgroundLoop;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.ChangeTraceTable;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.log.LogCursorReader;
import org.depositary.gateway.log.LogProgress;
import org.depositary.gateway.log.LoggedCloudEventReader;
import org.jboss.logging.Logger;

/**
 * Reads new changes as soon as all read models have applied them, encodes each once, and keeps the newest for all
 * subscribers.
 */
@ApplicationScoped
class ChangeLogTail {

    /** Called on the tail's own thread, so implementations must return quickly. */
    interface Listener {
        void changesAdded();

        /**
         * Called when the database was restored to an earlier state, so that changes which subscribers have seen may
         * be lost.
         */
        void logWasReset(Cursor now);
    }

    private static final Logger LOG = Logger.getLogger(ChangeLogTail.class);
    private static final int AFTER_PROJECTIONS = 10_000;
    private static final int BATCH = 500;
    private static final int INITIAL_CHANGES = 1_000;
    private static final int REBUILD_LAG = 20_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final GatewayDatabase database;
    private final LogCursorReader cursors;
    private final LogProgress progress;
    private final LoggedCloudEventReader log;
    private final LiveSettings settings;
    private final ChangeTraceTable traces;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final BackgroundLoop loop = new BackgroundLoop("tail", this::follow);
    private volatile ChangeRingBuffer ring;

    ChangeLogTail(
            GatewayDatabase database,
            LogCursorReader cursors,
            LogProgress progress,
            LoggedCloudEventReader log,
            LiveSettings settings,
            ChangeTraceTable traces) {
        this.database = database;
        this.cursors = cursors;
        this.progress = progress;
        this.log = log;
        this.settings = settings;
        this.traces = traces;
    }

    void onStart(@Observes @Priority(AFTER_PROJECTIONS) StartupEvent event) throws SQLException {
        ring = database.snapshot(this::newRing);
        loop.start();
    }

    /** Stops the loop. {@link LogProgress} is closed before, so the loop is not waiting for changes. */
    void onStop(@Observes @Priority(AFTER_PROJECTIONS) ShutdownEvent event) {
        loop.close();
    }

    void listen(Listener listener) {
        listeners.add(listener);
    }

    ChangeRingBuffer ring() {
        return ring;
    }

    /** Creates the ring buffer with some older changes, for clients that reconnect after a restart. */
    private ChangeRingBuffer newRing(Connection connection) throws SQLException {
        long served = cursors.served(connection).seq();
        var from = log.cursor(connection, Math.max(0, served - INITIAL_CHANGES));
        var fresh = new ChangeRingBuffer(settings.ringCapacity(), settings.ringBytes(), from);
        fresh.add(EncodedChange.all(log.read(connection, from.seq(), served, ChangeFilter.ALL, INITIAL_CHANGES)));
        return fresh;
    }

    private Duration follow() throws SQLException, InterruptedException {
        long last = ring.last().seq();
        progress.awaitServed(last + 1, LONGEST_WAIT);
        if (progress.head() - progress.served() > REBUILD_LAG) {
            // While the read models are rebuilt, subscribers read old changes from the database.
            return LONGEST_WAIT;
        }
        if (progress.served() > last) {
            advance();
            return settings.tick();
        }
        if (progress.served() < last) {
            restart();
        }
        return Duration.ZERO;
    }

    private void advance() throws SQLException {
        var last = ring.last();
        long served = progress.served();
        if (served - last.seq() > settings.ringCapacity()) {
            skipToEnd(last);
            return;
        }
        var next = database.snapshot(connection -> readNext(connection, last.seq(), served));
        if (!next.isEmpty() && follows(next.getFirst().cursor(), last)) {
            ring.add(next);
            listeners.forEach(Listener::changesAdded);
        } else {
            restart();
        }
    }

    private List<EncodedChange> readNext(Connection connection, long after, long upTo) throws SQLException {
        var next = EncodedChange.all(log.read(connection, after, upTo, ChangeFilter.ALL, BATCH));
        var causes = traces.between(connection, after, upTo);
        return causes.isEmpty()
                ? next
                : next.stream()
                        .map(change -> change.causedBy(Optional.ofNullable(causes.get(change.seq()))))
                        .toList();
    }

    /** Skips changes if there are more than the ring buffer can hold. Subscribers that need them read the database. */
    private void skipToEnd(Cursor last) throws SQLException {
        if (last.equals(database.snapshot(connection -> log.cursor(connection, last.seq())))) {
            ring = database.snapshot(this::newRing);
            listeners.forEach(Listener::changesAdded);
        } else {
            restart();
        }
    }

    /**
     * Whether {@code next} continues the log that {@code last} belongs to. Within an epoch the log only grows. After a
     * change of epoch, the last change must still be in the log.
     */
    private boolean follows(Cursor next, Cursor last) throws SQLException {
        return next.seq() == last.seq() + 1
                && (last.isStart()
                        || next.epoch().equals(last.epoch())
                        || last.equals(database.snapshot(connection -> log.cursor(connection, last.seq()))));
    }

    private void restart() throws SQLException {
        var fresh = database.snapshot(this::newRing);
        if (!fresh.last().equals(ring.last())) {
            ring = fresh;
            LOG.warnf("The database was restored to an earlier state; all live streams continue from %s", fresh.last());
            listeners.forEach(listener -> listener.logWasReset(fresh.last()));
        }
    }
}
