package org.depositary.gateway.projection.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A read model whose rows follow from the facts of one stream. It is a pure function from facts to rows, so the effect of
 * an event is the difference between two results.
 */
public interface FactView<R extends Record> {

    RowVersionTable<R> table();

    /** Whether the facts of this stream can have rows in this read model. */
    boolean reads(String streamId);

    /**
     * Returns the rows for the facts of a stream.
     *
     * @param facts all facts of the stream in the order of recording, including retracted ones
     */
    List<R> rows(String streamId, List<FactState> facts);

    /**
     * Adds what clients of the change log need of this read model after an event. Most read models add nothing.
     *
     * @param change the member {@code factChange} of the event
     * @param rows the rows of the stream after the event
     */
    default void addTo(ObjectNode change, List<R> rows) {}
}
