package org.depositary.gateway.feeder;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready as long as the feeder runs. Whether Kafka is there is told, but does not count: what has been fed is served
 * without it, and taking every gateway out of service would help nobody.
 */
@Readiness
@ApplicationScoped
class FeederReadiness implements HealthCheck {

    private final Feeder feeder;

    FeederReadiness(@Identifier(Feeder.CHANNEL) Feeder feeder) {
        this.feeder = feeder;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("feeder")
                .status(feeder.isAlive())
                .withData("failing seconds", feeder.failingFor().toSeconds())
                .withData("partitions assigned since the start", feeder.wasAssigned())
                .build();
    }
}
