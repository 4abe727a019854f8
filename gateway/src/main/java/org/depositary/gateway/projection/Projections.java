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

/** Runs every projector of this code, each on its own thread and at its own pace. */
@ApplicationScoped
class Projections {

    private final List<Projector> projectors;
    private final Database database;
    private final Progress progress;
    private final ChangeReader changes;
    private final ProjectionMetrics metrics;
    private List<ProjectionLoop> loops = List.of();

    Projections(
            @All List<Projector> projectors,
            Database database,
            Progress progress,
            ChangeReader changes,
            ProjectionMetrics metrics) {
        this.projectors = Lane.of(projectors);
        this.database = database;
        this.progress = progress;
        this.changes = changes;
        this.metrics = metrics;
    }

    void onStart(@Observes StartupEvent event) throws SQLException {
        start();
        progress.start();
        metrics.show(progress, projectors, name -> positions().get(name));
    }

    void onStop(@Observes ShutdownEvent event) {
        progress.close();
        stop();
    }

    /** Makes the schema where it is missing, and begins to project. */
    void start() throws SQLException {
        database.transaction(connection -> {
            ReadModelSchema.ensure(connection, projectors);
            return null;
        });
        loops = projectors.stream().map(this::loop).toList();
        loops.forEach(ProjectionLoop::start);
    }

    void stop() {
        loops.forEach(ProjectionLoop::close);
    }

    /** By projector: how far it has come. */
    Map<String, Long> positions() {
        return loops.stream().collect(Collectors.toMap(ProjectionLoop::name, ProjectionLoop::position));
    }

    private ProjectionLoop loop(Projector projector) {
        return new ProjectionLoop(projector, database, progress, changes, metrics.age(projector));
    }
}
