package org.depositary.facts;

import java.util.List;
import java.util.function.UnaryOperator;
import org.depositary.vocabulary.Source;

/** What can be asked of the facts of one stream. */
public sealed interface FactCommand<V> {

    /**
     * A fact about to be recorded.
     *
     * @param pointer where it stands in an array of facts, {@code #/2}; empty for one fact alone
     */
    record NewFact<V>(String id, V statement, List<Source> sources, String pointer) {

        public NewFact(String id, V statement, List<Source> sources) {
            this(id, statement, sources, "");
        }
    }

    /** Record these facts; they are judged together. */
    record RecordFacts<V>(List<NewFact<V>> facts) implements FactCommand<V> {}

    /**
     * Let what was recorded say something else.
     *
     * @param amendment from the statement that was recorded to the corrected one
     * @param fields the fields it changes
     * @param sources the sources of the corrected statement; none: those it had
     */
    record CorrectFact<V>(
            String id, UnaryOperator<V> amendment, List<String> fields, String reason, List<Source> sources)
            implements FactCommand<V> {}

    /** Take the fact back. */
    record RetractFact<V>(String id, String reason) implements FactCommand<V> {}

    /** Add sources that say the same. */
    record AddSources<V>(String id, List<Source> sources) implements FactCommand<V> {}

    /**
     * Keep beside the fact what another source says of it.
     *
     * @param amendment from the statement that was recorded to the one of that source
     * @param fields the fields in which they differ; none when {@code holds} is false
     * @param holds false: it never happened
     */
    record ClaimOtherwise<V>(
            String id, UnaryOperator<V> amendment, List<String> fields, boolean holds, List<Source> sources)
            implements FactCommand<V> {}

    /** Let the fact say what this claim says. */
    record PreferClaim<V>(String id, int claim, String reason) implements FactCommand<V> {}

    /** Let this claim count no more. */
    record WithdrawClaim<V>(String id, int claim, String reason) implements FactCommand<V> {}

    /** Do all of this, one after the other; only what comes out at the end has to hold. */
    record Together<V>(List<FactCommand<V>> commands) implements FactCommand<V> {}
}
