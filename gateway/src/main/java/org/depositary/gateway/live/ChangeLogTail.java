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
import java.util.concurrent.CopyOnWriteArrayList;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.log.LogCursors;
import org.depositary.gateway.log.LogProgress;
import org.depositary.gateway.log.LoggedCloudEventReader;
import org.jboss.logging.Logger;

/** Follows the served position, encodes each change once, and keeps the newest for all subscribers of this replica. */
@ApplicationScoped
class ChangeLogTail {

    /** Who is told when there is something new; on the tail's own thread, so it must not take long. */
    interface Listener {
        void somethingNew();

        /** The log was set back to an earlier moment: nobody can tell what followers have missed. */
        void setBack(Cursor now);
    }

    private static final Logger LOG = Logger.getLogger(ChangeLogTail.class);
    private static final int AFTER_PROJECTIONS = 10_000;
    private static final int BATCH = 500;
    private static final int REMEMBERED = 1_000;
    private static final int BEING_BUILT = 20_000;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final GatewayDatabase database;
    private final LogCursors cursors;
    private final LogProgress progress;
    private final LoggedCloudEventReader log;
    private final LiveSettings settings;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private volatile ChangeRingBuffer ring;

    ChangeLogTail(
            GatewayDatabase database,
            LogCursors cursors,
            LogProgress progress,
            LoggedCloudEventReader log,
            LiveSettings settings) {
        this.database = database;
        this.cursors = cursors;
        this.progress = progress;
        this.log = log;
        this.settings = settings;
    }

    void onStart(@Observes @Priority(AFTER_PROJECTIONS) StartupEvent event) throws SQLException {
        ring = database.snapshot(this::freshRing);
        Thread.ofPlatform().name("tail").daemon().start(this::follow);
    }

    void onStop(@Observes ShutdownEvent event) {
        closed = true;
    }

    void listen(Listener listener) {
        listeners.add(listener);
    }

    /** The newest messages. */
    ChangeRingBuffer ring() {
        return ring;
    }

    /** With some that are not new, for those who come back after a restart. */
    private ChangeRingBuffer freshRing(Connection connection) throws SQLException {
        long served = cursors.served(connection).seq();
        var from = log.cursor(connection, Math.max(0, served - REMEMBERED));
        var fresh = new ChangeRingBuffer(settings.ringCapacity(), settings.ringBytes(), from);
        fresh.add(EncodedChange.all(log.read(connection, from.seq(), served, ChangeFilter.ALL, REMEMBERED)));
        return fresh;
    }

    private void follow() {
        while (!closed) {
            try {
                long last = ring.last().seq();
                progress.awaitServed(last + 1, LOOK);
                if (progress.head() - progress.served() > BEING_BUILT) {
                    // Who wants what passes by now reads it from the log.
                    Thread.sleep(LOOK);
                } else if (progress.served() > last) {
                    advance();
                    Thread.sleep(settings.tick());
                } else if (progress.served() < last) {
                    startAgain();
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (SQLException | RuntimeException | Error failure) {
                LOG.warnf("The change log cannot be followed now: %s", failure);
                LOG.debug("Tail", failure);
                pause();
            }
        }
    }

    private void advance() throws SQLException {
        var last = ring.last();
        long served = progress.served();
        if (served - last.seq() > settings.ringCapacity()) {
            leap(last);
            return;
        }
        var next = database.autoCommit(
                connection -> EncodedChange.all(log.read(connection, last.seq(), served, ChangeFilter.ALL, BATCH)));
        if (!next.isEmpty() && follows(next.getFirst().cursor(), last)) {
            ring.add(next);
            listeners.forEach(Listener::somethingNew);
        } else {
            startAgain();
        }
    }

    /** Where read models are made anew, what would only pass through the ring is left to those who ask for it. */
    private void leap(Cursor last) throws SQLException {
        if (last.equals(database.autoCommit(connection -> log.cursor(connection, last.seq())))) {
            ring = database.snapshot(this::freshRing);
            listeners.forEach(Listener::somethingNew);
        } else {
            startAgain();
        }
    }

    /** Within an epoch the log only grows. In another one it may have lost its end, and grown again since. */
    private boolean follows(Cursor next, Cursor last) throws SQLException {
        return next.seq() == last.seq() + 1
                && (next.epoch().equals(last.epoch())
                        || last.equals(database.autoCommit(connection -> log.cursor(connection, last.seq()))));
    }

    private void startAgain() throws SQLException {
        var fresh = database.snapshot(this::freshRing);
        if (!fresh.last().equals(ring.last())) {
            ring = fresh;
            LOG.warnf("The change log was set back; all streams start again at %s", fresh.last());
            listeners.forEach(listener -> listener.setBack(fresh.last()));
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException interrupted) {
            closed = true;
        }
    }
}
