package org.depositary.gateway.projection.facts;

import java.util.List;

/**
 * A read model that follows from the facts of one stream: a pure function to the rows that stand, so that every event's
 * effect is the difference of two of its results.
 */
public interface FactView<R extends Record> {

    RowVersionTable<R> table();

    /** Whether this stream's facts say anything here. */
    boolean reads(String streamId);

    /** The rows that stand, given the stream's facts in the order they were recorded in, retracted ones among them. */
    List<R> rows(String streamId, List<FactState> facts);
}
