package org.depositary.gateway.projection;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the read models have been built up to where the log ended at the start. */
@Readiness
@ApplicationScoped
class ProjectionReadiness implements HealthCheck {

    private final Projections projections;
    private final Positions positions;

    ProjectionReadiness(Projections projections, Positions positions) {
        this.projections = projections;
        this.positions = positions;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("read models")
                .status(projections.haveCaughtUp())
                .withData("log", positions.head())
                .withData("served", positions.served());
        projections.positions().forEach((projector, seq) -> response.withData("projector " + projector, seq));
        return response.build();
    }
}
