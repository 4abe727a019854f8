package org.depositary.benchmarks.peer;

import java.util.List;

interface ComparedEventStore extends AutoCloseable {

    String name();

    /**
     * Appends one event durably.
     *
     * @param version the expected number of events in the stream; the store must reject the append if the stream has
     *     more
     */
    void append(String stream, int version, SampleEvent event) throws Exception;

    /** Returns all events of the stream, converted to records. */
    List<SampleEvent> load(String stream) throws Exception;

    @Override
    void close();
}
