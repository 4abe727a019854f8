package org.depositary.eventsourcing.store;

import org.depositary.eventsourcing.Decider;

/**
 * One kind of aggregate: its decider and the storage format of its events.
 *
 * @param type the first part of its stream ids
 */
public record Aggregate<C, S, E>(String type, Decider<C, S, E> decider, EventCodec<E> codec) {

    /** The id of the stream with this name. */
    public StreamId stream(String name) {
        return new StreamId(type, name);
    }
}
