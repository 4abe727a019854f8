package org.depositary.benchmarks.peer;

import java.util.List;

/** An event store as its user sees it. */
interface ComparedEventStore extends AutoCloseable {

    String name();

    /**
     * Appends one event, durably.
     *
     * @param version how many events the stream has; the store must refuse when it has more
     */
    void append(String stream, int version, SampleEvent event) throws Exception;

    /** All events of the stream, as records again. */
    List<SampleEvent> load(String stream) throws Exception;

    @Override
    void close();
}
