package org.depositary.facts;

import java.util.List;
import java.util.function.UnaryOperator;
import org.depositary.vocabulary.sources.Source;

/** The commands on the facts of one stream. */
public sealed interface FactCommand<V> {

    /** Returns the sources that the command adds to an existing fact. Empty for commands that add none. */
    default List<Source> sources() {
        return List.of();
    }

    /**
     * A new fact.
     *
     * @param pointer its position in an array of facts, {@code #/2}; empty for a single fact
     */
    record NewFact<V>(String id, V statement, List<Source> sources, String pointer) {

        public NewFact(String id, V statement, List<Source> sources) {
            this(id, statement, sources, "");
        }
    }

    /** Records new facts. The invariant of the stream is checked once, after all of them. */
    record RecordFacts<V>(List<NewFact<V>> facts) implements FactCommand<V> {}

    /**
     * Corrects the recorded statement.
     *
     * @param amendment turns the recorded statement into the corrected one
     * @param fields the names of the fields that change
     * @param sources the sources of the corrected statement; an empty list keeps the present sources
     */
    record CorrectFact<V>(
            String id, UnaryOperator<V> amendment, List<String> fields, String reason, List<Source> sources)
            implements FactCommand<V> {}

    record RetractFact<V>(String id, String reason) implements FactCommand<V> {}

    /** Adds sources that agree with the preferred claim. */
    record AddSources<V>(String id, List<Source> sources) implements FactCommand<V> {}

    /**
     * Confirms that the fact was checked against its sources and is still right.
     *
     * @param sources the sources that were checked; an empty list means all sources of the fact
     */
    record VerifyFact<V>(String id, List<Source> sources) implements FactCommand<V> {}

    /**
     * Adds a claim that differs from the recorded statement.
     *
     * @param amendment turns the recorded statement into the claimed one
     * @param fields the names of the fields that differ; empty when {@code holds} is false
     * @param holds false: the source says that the fact never happened
     */
    record ClaimOtherwise<V>(
            String id, UnaryOperator<V> amendment, List<String> fields, boolean holds, List<Source> sources)
            implements FactCommand<V> {}

    record PreferClaim<V>(String id, int claim, String reason) implements FactCommand<V> {}

    record WithdrawClaim<V>(String id, int claim, String reason) implements FactCommand<V> {}

    /**
     * Runs several commands in order, as one. The invariant is checked only after the last one, so that intermediate
     * states may break it.
     */
    record Together<V>(List<FactCommand<V>> commands) implements FactCommand<V> {}
}
