package org.depositary.eventsourcing.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.depositary.eventsourcing.background.BackgroundLoop;
import org.depositary.eventsourcing.store.CommandExecutor.Committed;

/**
 * Runs the relay of a service from start to shutdown. The service provides an {@link EventEnvelope} with topic and
 * type.
 */
@ApplicationScoped
@IfBuildProperty(name = "depositary.relay.enabled", stringValue = "true", enableIfMissing = true)
public class RelayRunner {

    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(2);

    private final OutboxRelay relay;
    private final DataSource dataSource;
    private final MeterRegistry meters;
    private final List<Meter> own = new ArrayList<>();
    /** A scrape must not wait for the database: it would time out, and the service would seem to be down. */
    private final BackgroundLoop measuring = new BackgroundLoop("outbox-depth", this::measureDepth);

    private volatile Optional<Outbox.Depth> depth = Optional.empty();

    RelayRunner(
            EventEnvelope envelope,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            DirectDatabaseSettings database,
            DataSource dataSource,
            MeterRegistry meters) {
        var latency = Timer.builder("depositary.relay.latency")
                .description("Time from the recording of an event until Kafka has acknowledged it")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        this.relay = new OutboxRelay(
                envelope,
                kafka,
                database.settings(),
                recordedAt -> latency.record(Duration.between(recordedAt, OffsetDateTime.now())));
        this.dataSource = dataSource;
        this.meters = meters;
        gauge("depositary.outbox.events", "Events that are recorded and not published yet", Outbox.Depth::events);
        gauge("depositary.outbox.age.seconds", "Age of the oldest unpublished event", Outbox.Depth::seconds);
        own.add(latency);
        own.add(Gauge.builder("depositary.relay.leader", () -> relay.isLeading() ? 1 : 0)
                .description("Whether this process publishes the events")
                .register(meters));
        own.add(FunctionCounter.builder("depositary.relay.retries", relay, OutboxRelay::retries)
                .description("Batches that Kafka acknowledged only in part; each is retried")
                .register(meters));
    }

    void start(@Observes StartupEvent started) {
        relay.start();
        measuring.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        measuring.close();
        relay.close();
        // Removes the meters, because the registry outlives the application in tests and would keep a closed relay.
        own.forEach(meters::remove);
    }

    /** Whether this process is the leader, which publishes the events. */
    public boolean isLeading() {
        return relay.isLeading();
    }

    Duration failingFor() {
        return relay.failingFor();
    }

    /** The number of batches since the start that Kafka did not acknowledge completely. */
    long retries() {
        return relay.retries();
    }

    void wake(@Observes Committed committed) {
        relay.wake();
    }

    private void gauge(String name, String description, ToDoubleFunction<Outbox.Depth> value) {
        own.add(Gauge.builder(name, () -> depth.map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .register(meters));
    }

    private Duration measureDepth() {
        depth = waiting();
        return BETWEEN_MEASUREMENTS;
    }

    /** The number and age of the events that are not yet published. Empty if the database cannot be reached. */
    public Optional<Outbox.Depth> waiting() {
        try (var connection = dataSource.getConnection()) {
            return Optional.of(IndexScanTransaction.run(connection, () -> Outbox.depth(connection)));
        } catch (SQLException notNow) {
            return Optional.empty();
        }
    }
}
