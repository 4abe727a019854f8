package org.depositary.facts.command;

import java.util.function.Function;
import org.depositary.eventsourcing.store.Aggregate;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.facts.events.FactKind;

/**
 * A fact that a body asks for; its sources are read beside it.
 *
 * @param stream where it belongs, given the id that the fact gets
 */
public record ParsedFact<V>(Function<String, StreamId> stream, FactKind<? extends V> kind, V statement) {

    /** A fact in a stream that it may share with others. */
    public ParsedFact(StreamId stream, FactKind<? extends V> kind, V statement) {
        this(id -> stream, kind, statement);
    }

    /** A fact in a stream of its own, which has the fact's id for a name. */
    public ParsedFact(Aggregate<?, ?, ?> aggregate, FactKind<? extends V> kind, V statement) {
        this(aggregate::stream, kind, statement);
    }
}
