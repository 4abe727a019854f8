package org.depositary.eventsourcing.store;

import org.depositary.eventsourcing.Decider;

/**
 * One kind of aggregate: its decider and the stored form of its events.
 *
 * @param type first part of its stream ids, for example {@code membership}
 */
public record AggregateType<C, S, E>(String type, Decider<C, S, E> decider, EventCodec<E> codec) {

    public StreamId stream(String name) {
        return new StreamId(type, name);
    }
}
