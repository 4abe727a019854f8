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

/** What an operator sees of the feeder. */
@ApplicationScoped
class FeederMetrics {

    private static final long NOTHING = Long.MAX_VALUE;

    private final Timer age;
    private volatile long records;
    private volatile long oldestInHand = NOTHING;
    private volatile double lastSeconds;

    FeederMetrics(MeterRegistry registry) {
        Gauge.builder("depositary.feeder.lag.records", () -> records)
                .description("Records on the topics that have not been fetched")
                .register(registry);
        Gauge.builder("depositary.feeder.lag.seconds", this::lagSeconds)
                .description("How long the oldest record that is not in the change log has been on its topic")
                .register(registry);
        this.age = Timer.builder("depositary.feeder.age")
                .description("From an event's recording until it is in the change log")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void lag(long notFetched) {
        records = notFetched;
    }

    /** Records are on their way into the log: since when they have been on their topics, in milliseconds of the epoch. */
    void inHand(long oldest) {
        oldestInHand = oldest;
    }

    /** They are in the log. */
    void done() {
        lastSeconds = since(oldestInHand);
        oldestInHand = NOTHING;
    }

    /** With nothing in hand, what is still to be fetched is about as late as what was in hand last. */
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
