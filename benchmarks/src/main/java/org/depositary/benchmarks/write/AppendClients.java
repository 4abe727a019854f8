package org.depositary.benchmarks.write;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.depositary.benchmarks.ConcurrentWorkers;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;
import org.depositary.eventsourcing.store.EventStore;
import org.depositary.eventsourcing.store.EventStore.NewEvent;
import org.depositary.eventsourcing.store.StreamId;

/** Runs parallel clients of the event store. Each has its own connection and appends to its own streams in turn. */
final class AppendClients implements AutoCloseable {

    static final int STREAMS = 50;

    private final ConcurrentWorkers<Writer> workers;

    AppendClients(BenchmarkDatabase database, SamplePayload payload, int connections, int events) throws SQLException {
        var writers = new ArrayList<Writer>();
        for (int i = 0; i < connections; i++) {
            writers.add(new Writer(database.connect(), payload, "%d-%d".formatted(events, i), events));
        }
        workers = new ConcurrentWorkers<>(writers);
    }

    /**
     * Appends until the time has passed. Returns the number of committed appends.
     *
     * @param committed runs after each commit
     */
    long run(int seconds, Runnable committed) throws InterruptedException, ExecutionException {
        return workers.run(seconds, writer -> {
            writer.append();
            committed.run();
        });
    }

    @Override
    public void close() throws Exception {
        workers.close();
    }

    private static final class Writer implements AutoCloseable {

        private final Connection connection;
        private final EventStore store;
        private final SamplePayload payload;
        private final List<StreamId> streams;
        private final int[] versions = new int[STREAMS];
        private final int events;
        private int next;

        Writer(Connection connection, SamplePayload payload, String name, int events) {
            this.connection = connection;
            this.store = new EventStore(connection);
            this.payload = payload;
            this.events = events;
            this.streams = IntStream.range(0, STREAMS)
                    .mapToObj(i -> new StreamId("membership", "store-%s/%d".formatted(name, i)))
                    .toList();
        }

        void append() throws SQLException {
            int stream = next++ % STREAMS;
            var batch = IntStream.range(0, events).mapToObj(i -> event()).toList();
            if (!store.append(streams.get(stream), versions[stream], batch, payload.meta())) {
                throw new IllegalStateException("Nobody else writes to " + streams.get(stream));
            }
            versions[stream] += events;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }

        private NewEvent event() {
            return new NewEvent(UuidCreator.getTimeOrderedEpoch(), SamplePayload.NAME, 1, payload.data());
        }
    }
}
