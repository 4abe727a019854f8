package org.depositary.facts.command;

import java.util.function.Function;
import org.depositary.eventsourcing.store.Aggregate;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.facts.events.FactKind;

/**
 * A fact parsed from a request body. Its id and sources are added later.
 *
 * @param stream the stream of the fact, given its id
 */
public record FactRequest<V>(Function<String, StreamId> stream, FactKind<? extends V> kind, V statement) {

    /** A fact in a stream that several facts share. */
    public FactRequest(StreamId stream, FactKind<? extends V> kind, V statement) {
        this(id -> stream, kind, statement);
    }

    /** A fact in a stream of its own, named by the id of the fact. */
    public FactRequest(Aggregate<?, ?, ?> aggregate, FactKind<? extends V> kind, V statement) {
        this(aggregate::stream, kind, statement);
    }
}
