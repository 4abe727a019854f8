package org.depositary.gateway.projection;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.ChangeTraceTable;
import org.depositary.gateway.log.LogProgress;
import org.depositary.gateway.log.LoggedEventReader;

/** Starts and stops the projectors, each on its own thread. */
@ApplicationScoped
class ProjectorThreads {

    private final List<Projector> projectors;
    private final GatewayDatabase database;
    private final LogProgress progress;
    private final LoggedEventReader changes;
    private final ProjectionMetrics metrics;
    private final ChangeTraceTable traces;
    private List<ProjectorLoop> loops = List.of();

    ProjectorThreads(
            @All List<Projector> projectors,
            GatewayDatabase database,
            LogProgress progress,
            LoggedEventReader changes,
            ProjectionMetrics metrics,
            ChangeTraceTable traces) {
        this.projectors = ProjectorLane.of(projectors);
        this.database = database;
        this.progress = progress;
        this.changes = changes;
        this.metrics = metrics;
        this.traces = traces;
    }

    void onStart(@Observes StartupEvent event) throws SQLException {
        start();
        progress.start();
        metrics.register(progress, projectors, name -> positions().get(name));
    }

    void onStop(@Observes ShutdownEvent event) {
        progress.close();
        stop();
    }

    /** Creates the schema if it is missing, and starts the projectors. */
    void start() throws SQLException {
        database.transaction(connection -> {
            ReadModelSchema.ensure(connection, projectors);
            return null;
        });
        loops = projectors.stream().map(this::loop).toList();
        loops.forEach(ProjectorLoop::start);
    }

    void stop() {
        loops.forEach(ProjectorLoop::close);
    }

    /** The position of each projector in the change log, by projector name. */
    Map<String, Long> positions() {
        return loops.stream().collect(Collectors.toMap(ProjectorLoop::name, ProjectorLoop::position));
    }

    private ProjectorLoop loop(Projector projector) {
        var measurement = new ProjectionMeasurement(projector, progress, metrics.age(projector), traces);
        return new ProjectorLoop(projector, database, progress, changes, measurement);
    }
}
