package org.depositary.facts;

import java.util.List;
import org.depositary.vocabulary.sources.Source;

/** An event of a fact. Every event contains the whole statement, so that a consumer needs no lookup. */
public sealed interface FactEvent<V> {

    String id();

    /** The statement of the fact after this event. For a retraction, the last statement. */
    V statement();

    record Recorded<V>(String id, V statement, List<Source> sources) implements FactEvent<V> {}

    /**
     * The recorded statement was corrected.
     *
     * @param corrected the names of the fields that changed
     * @param sources the sources of the corrected statement
     */
    record Corrected<V>(String id, V statement, List<String> corrected, String reason, List<Source> sources)
            implements FactEvent<V> {}

    record Retracted<V>(String id, V statement, String reason) implements FactEvent<V> {}

    /**
     * Sources that agree were added.
     *
     * @param sources the added sources
     */
    record Sourced<V>(String id, V statement, List<Source> sources) implements FactEvent<V> {}

    /**
     * The fact was checked against its sources and is still right. The fact does not change.
     *
     * @param sources the checked sources; they are not added to the fact
     */
    record Verified<V>(String id, V statement, List<Source> sources) implements FactEvent<V> {}

    /**
     * A claim was added. The statement of the fact does not change.
     *
     * @param claim what the new source says
     */
    record Claimed<V>(String id, V statement, Claim<V> claim) implements FactEvent<V> {}

    /**
     * A claim became the preferred one.
     *
     * @param claim the number of the claim
     * @param holds false: the claim says that the fact never happened
     * @param sources the sources of the claim
     */
    record Preferred<V>(String id, V statement, int claim, boolean holds, String reason, List<Source> sources)
            implements FactEvent<V> {}

    /**
     * A claim was withdrawn. It was not the preferred one.
     *
     * @param claim the number of the claim
     */
    record Withdrawn<V>(String id, V statement, int claim, String reason) implements FactEvent<V> {}
}
