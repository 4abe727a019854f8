package org.depositary.facts;

import java.util.List;
import org.depositary.vocabulary.Source;

/** What happened to a fact. Every event carries the whole statement, so that nobody has to look it up. */
public sealed interface FactEvent<V> {

    /** The fact's id. */
    String id();

    /** What the fact states from this event on; of a retracted one, what it stated last. */
    V statement();

    /** The fact was recorded. */
    record Recorded<V>(String id, V statement, List<Source> sources) implements FactEvent<V> {}

    /**
     * The fact says something else now.
     *
     * @param corrected the fields that changed
     * @param sources the sources that stand behind it from now on
     */
    record Corrected<V>(String id, V statement, List<String> corrected, String reason, List<Source> sources)
            implements FactEvent<V> {}

    /** The fact does not stand any more. */
    record Retracted<V>(String id, V statement, String reason) implements FactEvent<V> {}

    /**
     * More sources say the same.
     *
     * @param sources those that were added
     */
    record Sourced<V>(String id, V statement, List<Source> sources) implements FactEvent<V> {}

    /**
     * A source says otherwise.
     *
     * @param statement what the fact states, now as before
     * @param claim what that source says
     */
    record Claimed<V>(String id, V statement, Claim<V> claim) implements FactEvent<V> {}

    /**
     * The fact says from now on what this claim says.
     *
     * @param claim its number
     * @param holds false: that it never happened
     * @param sources the claim's
     */
    record Preferred<V>(String id, V statement, int claim, boolean holds, String reason, List<Source> sources)
            implements FactEvent<V> {}

    /**
     * A claim that is not preferred does not count any more.
     *
     * @param claim its number
     */
    record Withdrawn<V>(String id, V statement, int claim, String reason) implements FactEvent<V> {}
}
