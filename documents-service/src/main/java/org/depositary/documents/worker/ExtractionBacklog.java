package org.depositary.documents.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.depositary.documents.archive.ExtractionQueue;
import org.depositary.documents.archive.ExtractionQueue.Backlog;
import org.depositary.eventsourcing.background.BackgroundLoop;

/** Publishes how many documents wait for extraction, and for how long. Autoscaling and an alert use it. */
@ApplicationScoped
class ExtractionBacklog {

    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final MeterRegistry meters;
    private final List<Meter> own;
    /** A scrape must not wait for the database. */
    private final BackgroundLoop measuring = new BackgroundLoop("extraction-backlog", this::measure);

    private volatile Optional<Backlog> backlog = Optional.empty();

    ExtractionBacklog(DataSource dataSource, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.meters = meters;
        this.own = List.of(
                gauge("depositary.extraction.waiting", "Documents that wait for extraction", Backlog::documents),
                gauge("depositary.extraction.age.seconds", "How long the oldest of them has waited", Backlog::seconds));
    }

    void start(@Observes StartupEvent started) {
        measuring.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        measuring.close();
        // The registry outlives the application in tests.
        own.forEach(meters::remove);
    }

    private Gauge gauge(String name, String description, ToDoubleFunction<Backlog> value) {
        return Gauge.builder(name, () -> backlog.map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .register(meters);
    }

    private Duration measure() {
        try (var connection = dataSource.getConnection()) {
            backlog = Optional.of(ExtractionQueue.backlog(connection));
        } catch (SQLException unreachable) {
            backlog = Optional.empty();
        }
        return BETWEEN_MEASUREMENTS;
    }
}
