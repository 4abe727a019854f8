package org.depositary.gateway.feeder;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What an operator sees of the feeder. */
@ApplicationScoped
class FeederMetrics {

    private final AtomicLong lag;
    private final Timer age;

    FeederMetrics(MeterRegistry registry) {
        this.lag = registry.gauge("depositary.feeder.lag.records", new AtomicLong());
        this.age = Timer.builder("depositary.feeder.age")
                .description("From an event's recording until it is in the change log")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void lag(long records) {
        lag.set(records);
    }

    void entered(List<PublishedEvent> events) {
        var now = OffsetDateTime.now();
        events.forEach(event -> age.record(Duration.between(event.recordedAt(), now)));
    }
}
