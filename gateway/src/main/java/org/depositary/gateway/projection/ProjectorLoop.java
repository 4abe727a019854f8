package org.depositary.gateway.projection;

import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.LogProgress;
import org.depositary.gateway.log.LoggedEventReader;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** Keeps one projector up with the change log, through outages of the database, until closed. */
final class ProjectorLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ProjectorLoop.class);
    private static final Duration OTHER_REPLICA = Duration.ofMillis(50);
    /** What comes within this time is projected together: a transaction an event would leave no time for the events. */
    private static final Duration TICK = Duration.ofMillis(5);

    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration OUTAGE = Duration.ofMillis(500);

    private final String name;
    private final GatewayDatabase database;
    private final LogProgress progress;
    private final ProjectorRunner projection;
    private final Thread thread;
    private volatile boolean closed;
    private volatile long position;
    private boolean failing;

    ProjectorLoop(
            Projector projector, GatewayDatabase database, LogProgress progress, LoggedEventReader changes, Timer age) {
        this.name = projector.name();
        this.database = database;
        this.progress = progress;
        // The age of what is built anew from an old log would tell nothing.
        this.projection = new ProjectorRunner(projector, changes, howOld -> {
            if (progress.haveCaughtUp()) {
                age.record(howOld);
            }
        });
        this.thread = Thread.ofPlatform().name("projector-" + name).daemon().unstarted(this::keepProjecting);
    }

    void start() {
        thread.start();
    }

    String name() {
        return name;
    }

    long position() {
        return position;
    }

    @Override
    public void close() {
        // No interrupt: it would break the connection that is in use.
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepProjecting() {
        boolean parkedRetried = false;
        while (!closed) {
            try {
                parkedRetried = parkedRetried || database.transaction(projection::retryParked);
                project();
                failing = false;
            } catch (SQLException | RuntimeException | Error failure) {
                // An error that ended this thread would end the projecting, and nobody would see.
                projection.failed();
                pauseAfter(failure);
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private void project() throws SQLException, InterruptedException {
        var reached = database.transaction(projection::advance);
        if (reached.isEmpty()) {
            Thread.sleep(OTHER_REPLICA);
            return;
        }
        // It may also be behind where it was: the database was set back, or the read models are made anew.
        long moved = reached.getAsLong() - position;
        position = reached.getAsLong();
        if (moved != 0) {
            progress.projected();
        }
        if (moved > 0 && position >= progress.head()) {
            Thread.sleep(TICK);
        }
        progress.awaitHeadBeyond(position, IDLE);
    }

    private void pauseAfter(Throwable failure) {
        if (!closed) {
            // Once is enough: an outage of the database has many witnesses.
            LOG.logf(failing ? Level.DEBUG : Level.WARN, "%s: %s; trying again", name, failure);
            LOG.debug(name, failure);
            failing = true;
            try {
                Thread.sleep(OUTAGE);
            } catch (InterruptedException interrupted) {
                closed = true;
            }
        }
    }
}
