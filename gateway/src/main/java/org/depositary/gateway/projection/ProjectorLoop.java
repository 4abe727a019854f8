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

/** Runs one projector on its own thread until closed. Retries after failures of the database. */
final class ProjectorLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ProjectorLoop.class);
    private static final Duration PAUSE_WHILE_ANOTHER_REPLICA_PROJECTS = Duration.ofMillis(50);
    /** Events that arrive within this time share one transaction: one transaction per event would be too slow. */
    private static final Duration BATCHING_PAUSE = Duration.ofMillis(5);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    private final String name;
    private final GatewayDatabase database;
    private final LogProgress progress;
    private final ProjectorRunner runner;
    private final Thread thread;
    private volatile boolean closed;
    private volatile long position;
    private boolean failing;

    ProjectorLoop(
            Projector projector, GatewayDatabase database, LogProgress progress, LoggedEventReader changes, Timer age) {
        this.name = projector.name();
        this.database = database;
        this.progress = progress;
        // During a rebuild the age of old events says nothing about the lag.
        this.runner = new ProjectorRunner(projector, changes, eventAge -> {
            if (progress.haveCaughtUp()) {
                age.record(eventAge);
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
        // No interrupt: it would break the database connection in use.
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
                parkedRetried = parkedRetried || database.transaction(runner::retryParked);
                project();
                failing = false;
            } catch (SQLException | RuntimeException | Error failure) {
                // Errors too: otherwise the thread would end and the read model would stop without notice.
                runner.failed();
                pauseAfter(failure);
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private void project() throws SQLException, InterruptedException {
        var reached = database.transaction(runner::advance);
        if (reached.isEmpty()) {
            Thread.sleep(PAUSE_WHILE_ANOTHER_REPLICA_PROJECTS);
            return;
        }
        // Negative after the database was restored or the read models were created again.
        long moved = reached.getAsLong() - position;
        position = reached.getAsLong();
        if (moved != 0) {
            progress.projected();
        }
        if (moved > 0 && position >= progress.head()) {
            Thread.sleep(BATCHING_PAUSE);
        }
        progress.awaitHeadBeyond(position, LONGEST_WAIT);
    }

    private void pauseAfter(Throwable failure) {
        if (!closed) {
            // Only the first failure is a warning: during an outage every projector fails again and again.
            LOG.logf(failing ? Level.DEBUG : Level.WARN, "Projector %s failed and tries again: %s", name, failure);
            LOG.debug(name, failure);
            failing = true;
            try {
                Thread.sleep(PAUSE_AFTER_FAILURE);
            } catch (InterruptedException interrupted) {
                closed = true;
            }
        }
    }
}
