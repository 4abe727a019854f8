package org.depositary.gateway.parked;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.depositary.eventsourcing.background.BackgroundLoop;

/**
 * The metrics for the number of parked items by reason. They are counted periodically, so that metrics and health
 * checks need no database.
 */
@ApplicationScoped
class ParkedMetrics {

    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(2);

    private final ParkedItemReader list;
    private final MeterRegistry registry;
    private final BackgroundLoop loop = new BackgroundLoop("parked", this::count);
    private volatile Map<String, Long> counts = Map.of();

    ParkedMetrics(ParkedItemReader list, MeterRegistry registry) {
        this.list = list;
        this.registry = registry;
    }

    /** Runs after the schema of the read models is created, because that schema has the table of parked streams. */
    void onStart(@Observes @Priority(3_000) StartupEvent event) {
        for (var reason : ParkedItemFilter.RECORD_REASONS) {
            Gauge.builder("depositary.feeder.parked", () -> count(reason))
                    .description("Records that could not be stored in the change log")
                    .tag("reason", reason)
                    .register(registry);
        }
        Gauge.builder("depositary.projection.parked.streams", () -> count(ParkedItemFilter.UNREADABLE))
                .description("Streams with a change that a projector could not read")
                .register(registry);
        loop.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        loop.close();
    }

    Map<String, Long> counts() {
        return counts;
    }

    private long count(String reason) {
        return counts.getOrDefault(reason, 0L);
    }

    private Duration count() throws SQLException {
        counts = list.countByReason();
        return COUNT_INTERVAL;
    }
}
