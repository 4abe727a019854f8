package org.depositary.gateway.feeder;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.depositary.gateway.feeder.Parked.Reason;

/** What an operator sees of the feeder. */
@ApplicationScoped
class FeederMetrics {

    private final AtomicLong lag;
    private final Map<Reason, AtomicLong> parked = new EnumMap<>(Reason.class);
    private final Timer age;

    FeederMetrics(MeterRegistry registry) {
        this.lag = registry.gauge("depositary.feeder.lag.records", new AtomicLong());
        for (var reason : Reason.values()) {
            var tag = Tag.of("reason", reason.name().toLowerCase(Locale.ROOT));
            parked.put(reason, registry.gauge("depositary.feeder.parked", List.of(tag), new AtomicLong()));
        }
        this.age = Timer.builder("depositary.feeder.age")
                .description("From an event's recording until it is in the change log")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void lag(long records) {
        lag.set(records);
    }

    void parked(Map<Reason, Long> records) {
        parked.forEach((reason, gauge) -> gauge.set(records.getOrDefault(reason, 0L)));
    }

    void entered(List<PublishedEvent> events) {
        var now = OffsetDateTime.now();
        events.forEach(event -> age.record(Duration.between(event.recordedAt(), now)));
    }
}
