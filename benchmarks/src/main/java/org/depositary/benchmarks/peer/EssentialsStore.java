package org.depositary.benchmarks.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.PostgresqlEventStore;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.eventstream.AggregateType;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.eventstream.IdentifierColumnType;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.eventstream.JSONColumnType;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.persistence.AggregateEventStreamConfiguration;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.persistence.EventMetaData;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.persistence.PersistableEvent;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.persistence.table_per_aggregate_type.SeparateTablePerAggregateEventStreamConfiguration;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.persistence.table_per_aggregate_type.SeparateTablePerAggregateTypeEventStreamConfigurationFactory;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.persistence.table_per_aggregate_type.SeparateTablePerAggregateTypePersistenceStrategy;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.serializer.AggregateIdSerializer;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.serializer.json.JacksonJSONEventSerializer;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.transaction.EventStoreManagedUnitOfWorkFactory;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.types.EventOrder;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.types.EventRevision;
import dk.cloudcreate.essentials.components.eventsourced.eventstore.postgresql.types.EventTypeOrName;
import dk.cloudcreate.essentials.components.foundation.types.EventId;
import dk.cloudcreate.essentials.jackson.types.EssentialTypesJacksonModule;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The PostgreSQL event store of Essentials: a table per aggregate type, JSON columns, JDBI, a unit of work per
 * append.
 */
final class EssentialsStore implements ComparedEventStore {

    private static final AggregateType TYPE = AggregateType.of("Memberships");

    private final HikariDataSource pool;
    private final EventStoreManagedUnitOfWorkFactory units;
    private final PostgresqlEventStore<SeparateTablePerAggregateEventStreamConfiguration> events;

    EssentialsStore(BenchmarkDatabase database, int connections) {
        pool = StoreConnectionPool.of(database, connections);
        var jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        units = new EventStoreManagedUnitOfWorkFactory(jdbi);
        var serializer =
                new JacksonJSONEventSerializer(new ObjectMapper().registerModule(new EssentialTypesJacksonModule()));
        var configuration =
                SeparateTablePerAggregateTypeEventStreamConfigurationFactory.standardSingleTenantConfiguration(
                        serializer, IdentifierColumnType.TEXT, JSONColumnType.JSONB);
        events = new PostgresqlEventStore<>(
                units,
                new SeparateTablePerAggregateTypePersistenceStrategy(
                        jdbi, units, EssentialsStore::persistable, configuration));
        events.addAggregateEventStreamConfiguration(TYPE, AggregateIdSerializer.serializerFor(String.class));
    }

    private static PersistableEvent persistable(
            Object stream, AggregateEventStreamConfiguration configuration, Object event, EventOrder order) {
        return PersistableEvent.from(
                EventId.random(),
                configuration.aggregateType,
                stream,
                EventTypeOrName.with(event.getClass()),
                event,
                order,
                EventRevision.of(1),
                EventMetaData.of("actor", "local-curator"),
                OffsetDateTime.now(ZoneOffset.UTC),
                null,
                null,
                null);
    }

    @Override
    public String name() {
        return "essentials";
    }

    /**
     * Appends an event. Essentials numbers events from 0 and expects the number of the last one, so one is subtracted
     * from the version.
     */
    @Override
    public void append(String stream, int version, SampleEvent event) {
        units.usingUnitOfWork(() -> events.appendToStream(TYPE, stream, EventOrder.of(version - 1), List.of(event)));
    }

    @Override
    public List<SampleEvent> load(String stream) {
        return units.withUnitOfWork(() -> events.fetchStream(TYPE, stream)
                .orElseThrow()
                .map(event -> event.event().<SampleEvent>deserialize())
                .toList());
    }

    @Override
    public void close() {
        pool.close();
    }
}
