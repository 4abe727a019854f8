package org.depositary.facts;

import java.util.List;
import java.util.function.UnaryOperator;
import org.depositary.vocabulary.Source;

/** What can be asked of the facts of one stream. */
public sealed interface FactCommand<V> {

    /** A fact about to be recorded. */
    record NewFact<V>(String id, V statement, List<Source> sources) {}

    /** Record these facts; they are judged together. */
    record RecordFacts<V>(List<NewFact<V>> facts) implements FactCommand<V> {}

    /**
     * Let the fact say something else.
     *
     * @param amendment from the statement as it stands to the corrected one
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
}
