package org.depositary.benchmarks.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import com.zaxxer.hikari.HikariDataSource;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;
import org.depositary.benchmarks.fixture.EventStoreSchema;
import org.depositary.eventsourcing.store.EventStore;
import org.depositary.eventsourcing.store.EventStore.NewEvent;
import org.depositary.eventsourcing.store.StreamId;

/** The event store of this project, which also updates the head of the stream and the outbox. */
final class DepositaryStore implements ComparedEventStore {

    private static final String META = "{\"actor\":\"local-curator\"}";

    private final HikariDataSource pool;
    private final ObjectMapper mapper = new ObjectMapper();

    DepositaryStore(BenchmarkDatabase database, int connections) {
        EventStoreSchema.in(database);
        pool = StoreConnectionPool.of(database, connections);
    }

    @Override
    public String name() {
        return "depositary";
    }

    @Override
    public void append(String stream, int version, SampleEvent event) throws SQLException {
        JsonNode data = mapper.valueToTree(event);
        var stored = new NewEvent(UuidCreator.getTimeOrderedEpoch(), "membership-changed", 1, data);
        try (var connection = pool.getConnection()) {
            if (!new EventStore(connection).append(id(stream), version, List.of(stored), META)) {
                throw new IllegalStateException("Nobody else writes to " + stream);
            }
        }
    }

    @Override
    public List<SampleEvent> load(String stream) throws SQLException {
        try (var connection = pool.getConnection()) {
            return new EventStore(connection)
                    .load(id(stream)).stream()
                            .map(event -> record(event.data()))
                            .toList();
        }
    }

    private SampleEvent record(String data) {
        try {
            return mapper.readValue(data, SampleEvent.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StreamId id(String stream) {
        return new StreamId("membership", stream);
    }

    @Override
    public void close() {
        pool.close();
    }
}
