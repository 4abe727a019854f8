package org.depositary.gateway.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/** What an operator sees of the read models. */
@ApplicationScoped
class ProjectionMetrics {

    private static final Logger LOG = Logger.getLogger(ProjectionMetrics.class);
    private static final int COUNT_SECONDS = 2;

    private final MeterRegistry registry;
    private final Database database;
    private final ScheduledExecutorService counting = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("parked-streams").daemon().factory());
    private volatile long parkedStreams;

    ProjectionMetrics(MeterRegistry registry, Database database) {
        this.registry = registry;
        this.database = database;
    }

    void show(Progress progress, List<Projector> projectors, ToLongFunction<String> position) {
        Gauge.builder("depositary.log.head", progress::head)
                .description("The last place of the change log")
                .register(registry);
        Gauge.builder("depositary.log.served", progress::served)
                .description("The place that every read model has reached")
                .register(registry);
        Gauge.builder("depositary.projection.parked.streams", () -> parkedStreams)
                .description("Streams with a change that a projector could not read")
                .register(registry);
        for (var projector : projectors) {
            Gauge.builder("depositary.projection.position", () -> position.applyAsLong(projector.name()))
                    .description("The place that a read model has reached")
                    .tag("projector", projector.name())
                    .register(registry);
        }
        counting.scheduleWithFixedDelay(this::count, 0, COUNT_SECONDS, TimeUnit.SECONDS);
    }

    Timer age(Projector projector) {
        return Timer.builder("depositary.projection.age")
                .description("From an event's recording until its projection")
                .tag("projector", projector.name())
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void onStop(@Observes ShutdownEvent event) {
        counting.shutdown();
        // The registry outlives an application where one process runs several in turn; meters would look at this one.
        registry.clear();
    }

    private void count() {
        try {
            parkedStreams = database.autoCommit(connection -> {
                try (var select = connection.prepareStatement("SELECT count(*) FROM parked_stream")) {
                    var row = select.executeQuery();
                    row.next();
                    return row.getLong(1);
                }
            });
        } catch (SQLException failure) {
            LOG.debug("Parked streams cannot be counted now", failure);
        }
    }
}
