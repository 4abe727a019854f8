package org.depositary.eventsourcing.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.depositary.eventsourcing.store.Commands.Committed;

/** Runs the relay of a service as long as the service runs. The service says where to by an {@link EventEnvelope}. */
@ApplicationScoped
@IfBuildProperty(name = "depositary.relay.enabled", stringValue = "true", enableIfMissing = true)
public class RelayRunner {

    private final OutboxRelay relay;
    private final DataSource dataSource;

    RelayRunner(
            EventEnvelope envelope,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            DirectDatabase database,
            DataSource dataSource,
            MeterRegistry meters) {
        this.relay = new OutboxRelay(envelope, kafka, database.settings());
        this.dataSource = dataSource;
        gauge(meters, "depositary.outbox.events", Outbox.Depth::events);
        gauge(meters, "depositary.outbox.age.seconds", Outbox.Depth::seconds);
        Gauge.builder("depositary.relay.leader", relay, leader -> leader.isLeading() ? 1 : 0)
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        relay.close();
    }

    void wake(@Observes Committed committed) {
        relay.wake();
    }

    private void gauge(MeterRegistry meters, String name, ToDoubleFunction<Outbox.Depth> value) {
        Gauge.builder(name, this, runner -> runner.measure(value)).register(meters);
    }

    private double measure(ToDoubleFunction<Outbox.Depth> value) {
        try (var connection = dataSource.getConnection()) {
            return value.applyAsDouble(Outbox.depth(connection));
        } catch (SQLException notNow) {
            return Double.NaN;
        }
    }
}
