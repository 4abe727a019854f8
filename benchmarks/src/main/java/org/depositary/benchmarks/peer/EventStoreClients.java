package org.depositary.benchmarks.peer;

import java.util.List;
import java.util.stream.IntStream;
import org.depositary.benchmarks.ConcurrentWorkers;

/**
 * Runs parallel clients of one event store. Each client appends to its own streams in turn, and loads other streams
 * in turn.
 */
final class EventStoreClients implements AutoCloseable {

    private static final int EVENTS = 100;
    private static final int FULL_STREAMS = 5;
    private static final int STREAMS = 50;

    private final ComparedEventStore store;
    private final SampleEvent event;
    private final ConcurrentWorkers<Client> workers;
    private final List<Client> clients;

    EventStoreClients(ComparedEventStore store, SampleEvent event, int count) {
        this.store = store;
        this.event = event;
        this.clients = IntStream.range(0, count).mapToObj(Client::new).toList();
        this.workers = new ConcurrentWorkers<>(clients);
    }

    String name() {
        return store.name();
    }

    /** Writes the streams that are loaded later. Loads one of them to check that the store works. */
    void fill() throws Exception {
        workers.each(Client::fill);
        var loaded = store.load("full-0-0");
        if (loaded.size() != EVENTS || !loaded.getLast().equals(event)) {
            throw new IllegalStateException(name() + " does not give back what it was given: " + loaded);
        }
    }

    long append(int seconds) throws Exception {
        return workers.run(seconds, Client::append);
    }

    long load(int seconds) throws Exception {
        return workers.run(seconds, Client::load);
    }

    @Override
    public void close() throws Exception {
        workers.close();
    }

    private final class Client {

        private final int number;
        private final int[] versions = new int[STREAMS];
        private int next;

        Client(int number) {
            this.number = number;
        }

        void fill() throws Exception {
            for (int stream = 0; stream < FULL_STREAMS; stream++) {
                for (int version = 0; version < EVENTS; version++) {
                    store.append(full(stream), version, event);
                }
            }
        }

        void append() throws Exception {
            int stream = next++ % STREAMS;
            store.append("open-%d-%d".formatted(number, stream), versions[stream]++, event);
        }

        void load() throws Exception {
            if (store.load(full(next++ % FULL_STREAMS)).size() != EVENTS) {
                throw new IllegalStateException(name() + " lost events");
            }
        }

        private String full(int stream) {
            return "full-%d-%d".formatted(number, stream);
        }
    }
}
