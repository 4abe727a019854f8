package org.depositary.gateway.parked;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The number of parked items by reason. Counted periodically, so that metrics and health need no database. */
@ApplicationScoped
class ParkedMetrics {

    private static final Logger LOG = Logger.getLogger(ParkedMetrics.class);
    private static final int COUNT_SECONDS = 2;

    private final ParkedItemReader list;
    private final MeterRegistry registry;
    private final ScheduledExecutorService counting = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("parked").daemon().factory());
    private volatile Map<String, Long> counts = Map.of();

    ParkedMetrics(ParkedItemReader list, MeterRegistry registry) {
        this.list = list;
        this.registry = registry;
    }

    /** Starts after the schema of the read models exists, because it has the table of parked streams. */
    void onStart(@Observes @Priority(3_000) StartupEvent event) {
        for (var reason : ParkedSelection.RECORD_REASONS) {
            Gauge.builder("depositary.feeder.parked", () -> count(reason))
                    .description("Records that could not enter the change log")
                    .tag("reason", reason)
                    .register(registry);
        }
        Gauge.builder("depositary.projection.parked.streams", () -> count(ParkedSelection.UNREADABLE))
                .description("Streams with a change that a projector could not read")
                .register(registry);
        counting.scheduleWithFixedDelay(this::count, 0, COUNT_SECONDS, TimeUnit.SECONDS);
    }

    void onStop(@Observes ShutdownEvent event) {
        counting.shutdown();
    }

    Map<String, Long> counts() {
        return counts;
    }

    private long count(String reason) {
        return counts.getOrDefault(reason, 0L);
    }

    private void count() {
        try {
            counts = list.countByReason();
        } catch (SQLException | RuntimeException failure) {
            LOG.debug("Cannot count parked items now; trying again", failure);
        }
    }
}
