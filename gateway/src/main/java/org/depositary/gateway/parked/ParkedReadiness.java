package org.depositary.gateway.parked;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells what is parked, and never makes the gateway unready: all other streams are served as ever, and what is parked here
 * is parked in every replica.
 */
@Readiness
@ApplicationScoped
class ParkedReadiness implements HealthCheck {

    private final ParkedMetrics parked;

    ParkedReadiness(ParkedMetrics parked) {
        this.parked = parked;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("parked").up();
        parked.counts().forEach(response::withData);
        return response.build();
    }
}
