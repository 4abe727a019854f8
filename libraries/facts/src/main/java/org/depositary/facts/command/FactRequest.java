package org.depositary.facts.command;

import java.util.function.Function;
import org.depositary.eventsourcing.store.AggregateType;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.facts.events.FactKind;

/**
 * The fact that a request asks to record, parsed from one JSON object. {@link FactRecorder} adds its id and sources.
 *
 * @param stream returns the stream of the fact, given the id of the fact
 */
public record FactRequest<V>(Function<String, StreamId> stream, FactKind<? extends V> kind, V statement) {

    /** A request for a fact in a stream that several facts share. */
    public FactRequest(StreamId stream, FactKind<? extends V> kind, V statement) {
        this(id -> stream, kind, statement);
    }

    /** A request for a fact in a stream of its own. The id of the fact is the name of the stream. */
    public FactRequest(AggregateType<?, ?, ?> aggregate, FactKind<? extends V> kind, V statement) {
        this(aggregate::stream, kind, statement);
    }
}
