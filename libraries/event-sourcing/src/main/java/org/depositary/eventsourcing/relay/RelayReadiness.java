package org.depositary.eventsourcing.relay;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports the state of the relay. The service always stays ready, because it accepts commands without Kafka: their
 * events wait in the outbox.
 */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "depositary.relay.enabled", stringValue = "true", enableIfMissing = true)
public class RelayReadiness implements HealthCheck {

    private final RelayRunner relay;

    RelayReadiness(RelayRunner relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("relay")
                .up()
                .withData("leader", relay.isLeading())
                .withData("failing seconds", relay.failingFor().toSeconds());
        relay.waiting().ifPresent(depth -> response.withData("waiting events", depth.events())
                .withData("waiting seconds", Math.round(depth.seconds())));
        return response.build();
    }
}
