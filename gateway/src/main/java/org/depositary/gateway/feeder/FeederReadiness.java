package org.depositary.gateway.feeder;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the feeder runs. Shows whether Kafka is reachable, but stays ready without Kafka: reads still work, and
 * a restart of all gateways would not help.
 */
@Readiness
@ApplicationScoped
class FeederReadiness implements HealthCheck {

    private final ChangeLogFeeder feeder;

    FeederReadiness(@Identifier(ChangeLogFeeder.CHANNEL) ChangeLogFeeder feeder) {
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
