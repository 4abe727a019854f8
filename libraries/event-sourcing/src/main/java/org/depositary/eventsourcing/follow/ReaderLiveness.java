package org.depositary.eventsourcing.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Reports the process as not live when the Kafka consumer of a reader has stopped for good, because only a restart
 * helps.
 */
@Liveness
@ApplicationScoped
class ReaderLiveness implements HealthCheck {

    private final Instance<TopicReader> readers;

    ReaderLiveness(@Any Instance<TopicReader> readers) {
        this.readers = readers;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("readers");
        readers.forEach(reader -> response.withData(reader.channel(), reader.isAlive() ? "reads" : "stopped")
                .withData(
                        reader.channel() + " failing seconds",
                        reader.failingFor().toSeconds()));
        return response.status(readers.stream().allMatch(TopicReader::isAlive)).build();
    }
}
