package org.depositary.gateway.projection;

import jakarta.enterprise.context.ApplicationScoped;
import org.depositary.gateway.log.LogProgress;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready after the read models have reached the position that was the end of the log when this process started. */
@Readiness
@ApplicationScoped
class ProjectionReadiness implements HealthCheck {

    private final ProjectorThreads projections;
    private final LogProgress progress;

    ProjectionReadiness(ProjectorThreads projections, LogProgress progress) {
        this.projections = projections;
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("read models")
                .status(progress.haveCaughtUp())
                .withData("log", progress.head())
                .withData("served", progress.served());
        projections.positions().forEach((projector, seq) -> response.withData("projector " + projector, seq));
        return response.build();
    }
}
