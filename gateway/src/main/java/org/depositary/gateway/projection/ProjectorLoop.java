package org.depositary.gateway.projection;

import java.time.Duration;
import java.util.OptionalLong;
import org.depositary.eventsourcing.background.BackgroundLoop;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.LogProgress;
import org.depositary.gateway.log.LoggedEventReader;

/** Runs one projector on its own thread until closed. Retries after failures of the database. */
final class ProjectorLoop implements AutoCloseable {

    private static final Duration PAUSE_WHILE_ANOTHER_REPLICA_PROJECTS = Duration.ofMillis(50);
    /**
     * Pause before each batch. Events that arrive meanwhile share its transaction, because one transaction per event
     * would be too slow.
     */
    private static final Duration BATCHING_PAUSE = Duration.ofMillis(5);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

    private final String name;
    private final GatewayDatabase database;
    private final LogProgress progress;
    private final ProjectorRunner runner;
    private final BackgroundLoop loop;
    private boolean parkedRetried;
    private volatile long position;

    ProjectorLoop(
            Projector projector,
            GatewayDatabase database,
            LogProgress progress,
            LoggedEventReader changes,
            ProjectionObserver observer) {
        this.name = projector.name();
        this.database = database;
        this.progress = progress;
        this.runner = new ProjectorRunner(projector, changes, observer);
        this.loop = new BackgroundLoop("projector-" + name, this::project);
    }

    void start() {
        loop.start();
    }

    String name() {
        return name;
    }

    long position() {
        return position;
    }

    @Override
    public void close() {
        loop.close();
    }

    private Duration project() throws Exception {
        progress.awaitHeadBeyond(position, LONGEST_WAIT);
        var reached = advance();
        if (reached.isEmpty()) {
            return PAUSE_WHILE_ANOTHER_REPLICA_PROJECTS;
        }
        // The difference is negative after the database was restored or the read models were created again.
        long moved = reached.getAsLong() - position;
        position = reached.getAsLong();
        if (moved != 0) {
            progress.projected();
        }
        return moved > 0 && position >= progress.head() ? BATCHING_PAUSE : Duration.ZERO;
    }

    private OptionalLong advance() throws Exception {
        try {
            parkedRetried = parkedRetried || database.transaction(runner::retryParked);
            var reached = database.transaction(runner::advance);
            runner.committed();
            return reached;
        } catch (Throwable failure) {
            runner.failed();
            throw failure;
        }
    }
}
