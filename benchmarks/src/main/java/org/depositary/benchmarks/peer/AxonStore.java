package org.depositary.benchmarks.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.json.JacksonSerializer;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;

/**
 * The event store of Axon Framework: its JDBC engine with its tables for PostgreSQL. Version 4 is used, because the
 * only relational engine of version 5 is JPA, which would add the cost of Hibernate. Without Spring, the connection
 * belongs to the unit of work, which commits it.
 */
final class AxonStore implements ComparedEventStore {

    /**
     * The number of events per query. With the default of 100, loading a stream of 100 events would need two queries.
     */
    private static final int BATCH = 1_000;

    private static final Map<String, String> META = Map.of("actor", "local-curator");

    private final HikariDataSource pool;
    private final JdbcEventStorageEngine engine;

    AxonStore(BenchmarkDatabase database, int connections) {
        pool = StoreConnectionPool.of(database, connections);
        var serializer =
                JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(pool)))
                .transactionManager(NoTransactionManager.INSTANCE)
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .batchSize(BATCH)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    @Override
    public String name() {
        return "axon";
    }

    @Override
    public void append(String stream, int version, SampleEvent event) {
        var message = new GenericDomainEventMessage<>("membership", stream, version, event, META);
        DefaultUnitOfWork.startAndGet(message).execute(() -> engine.appendEvents(List.of(message)));
    }

    @Override
    public List<SampleEvent> load(String stream) {
        return engine.readEvents(stream)
                .asStream()
                .map(message -> (SampleEvent) message.getPayload())
                .toList();
    }

    @Override
    public void close() {
        pool.close();
    }
}
