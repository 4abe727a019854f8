package org.depositary.benchmarks.peer;

import java.util.List;

/** An event store in the comparison. */
interface ComparedEventStore extends AutoCloseable {

    String name();

    /**
     * Appends one event durably.
     *
     * @param version the number of events in the stream; the store must reject the append if it has more
     */
    void append(String stream, int version, SampleEvent event) throws Exception;

    /** All events of the stream, converted to records. */
    List<SampleEvent> load(String stream) throws Exception;

    @Override
    void close();
}
