package org.depositary.eventsourcing.store;

import org.depositary.eventsourcing.Decider;

/**
 * One kind of aggregate: its decider and how its events are stored.
 *
 * @param type the first part of its stream ids
 */
public record Aggregate<C, S, E>(String type, Decider<C, S, E> decider, EventCodec<E> codec) {

    /** The stream of the aggregate with that name. */
    public StreamId stream(String name) {
        return new StreamId(type, name);
    }
}
