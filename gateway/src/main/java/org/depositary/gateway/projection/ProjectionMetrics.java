package org.depositary.gateway.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.ToLongFunction;
import org.depositary.gateway.log.LogProgress;

/** Metrics of the projectors: positions, and the age of events when they are projected. */
@ApplicationScoped
class ProjectionMetrics {

    private final MeterRegistry registry;

    ProjectionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void register(LogProgress progress, List<Projector> projectors, ToLongFunction<String> position) {
        Gauge.builder("depositary.log.head", progress::head)
                .description("The last position of the change log")
                .register(registry);
        Gauge.builder("depositary.log.served", progress::served)
                .description("The position that every read model has reached")
                .register(registry);
        for (var projector : projectors) {
            Gauge.builder("depositary.projection.position", () -> position.applyAsLong(projector.name()))
                    .description("The position that a read model has reached")
                    .tag("projector", projector.name())
                    .register(registry);
        }
    }

    Timer age(Projector projector) {
        return Timer.builder("depositary.projection.age")
                .description("Time from the recording of an event until its projection")
                .tag("projector", projector.name())
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void onStop(@Observes ShutdownEvent event) {
        // Removes the gauges of an earlier application: in tests several applications share one registry.
        registry.clear();
    }
}
