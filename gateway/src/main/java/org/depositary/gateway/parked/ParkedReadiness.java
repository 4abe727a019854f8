package org.depositary.gateway.parked;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows the number of parked items in the health response. Never reports the gateway as not ready: all other streams
 * are served, and another replica has the same parked items.
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
