package org.depositary.eventsourcing.database;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A probe and a metric for each database of this process. The default one has the name of the service. */
@ApplicationScoped
class DatabaseProbes {

    private final MeterRegistry meters;
    private final String service;
    private final List<DatabaseProbe> probes = new ArrayList<>();
    private final List<Meter> own = new ArrayList<>();

    DatabaseProbes(
            @Any InjectableInstance<AgroalDataSource> databases,
            @ConfigProperty(name = "quarkus.application.name") String service,
            MeterRegistry meters) {
        this.meters = meters;
        this.service = service;
        databases.handles().forEach(this::add);
    }

    private void add(InstanceHandle<AgroalDataSource> database) {
        var name = name(database);
        var probe = new DatabaseProbe(name, database.get());
        probes.add(probe);
        own.add(Gauge.builder("depositary.database.failing.seconds", () -> seconds(probe))
                .description("Time since this process lost the database")
                .tag("database", name)
                .register(meters));
    }

    private String name(InstanceHandle<AgroalDataSource> database) {
        return database.getBean().getQualifiers().stream()
                .filter(DataSource.class::isInstance)
                .map(qualifier -> ((DataSource) qualifier).value())
                .findFirst()
                .orElse(service);
    }

    void start(@Observes StartupEvent event) {
        probes.forEach(DatabaseProbe::start);
    }

    void stop(@Observes ShutdownEvent event) {
        probes.forEach(DatabaseProbe::close);
        // In tests the registry outlives the application.
        own.forEach(meters::remove);
    }

    private static double seconds(DatabaseProbe probe) {
        return probe.failingFor().toMillis() / 1_000.0;
    }
}
