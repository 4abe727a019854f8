package org.depositary.gateway.feeder;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The metrics of the feeder: its lag, and the age of events when they enter the change log. */
@ApplicationScoped
class FeederMetrics {

    private static final long NOTHING = Long.MAX_VALUE;

    private final Timer age;
    private volatile long records;
    private volatile long oldestInHand = NOTHING;
    private volatile double lastSeconds;

    FeederMetrics(MeterRegistry registry) {
        Gauge.builder("depositary.feeder.lag.records", () -> records)
                .description("Records on the topics that the feeder has not fetched yet")
                .register(registry);
        Gauge.builder("depositary.feeder.lag.seconds", this::lagSeconds)
                .description("Age of the oldest record on the topics that is not in the change log")
                .register(registry);
        this.age = Timer.builder("depositary.feeder.age")
                .description("Time from the recording of an event until it is in the change log")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void lag(long notFetched) {
        records = notFetched;
    }

    /**
     * Called before a batch is stored.
     *
     * @param oldest Kafka timestamp of the batch's oldest record, in milliseconds since 1970
     */
    void inHand(long oldest) {
        oldestInHand = oldest;
    }

    /** Called after the batch is stored. */
    void done() {
        lastSeconds = since(oldestInHand);
        oldestInHand = NOTHING;
    }

    /** The lag in seconds. Between two batches, unread records are assumed to be as late as the last batch was. */
    private double lagSeconds() {
        long oldest = oldestInHand;
        return oldest != NOTHING ? since(oldest) : records > 0 ? lastSeconds : 0;
    }

    private static double since(long millis) {
        return Math.max(0, Instant.now().toEpochMilli() - millis) / (double) TimeUnit.SECONDS.toMillis(1);
    }

    void entered(List<PublishedEvent> events) {
        var now = OffsetDateTime.now();
        events.forEach(event -> age.record(Duration.between(event.recordedAt(), now)));
    }
}
