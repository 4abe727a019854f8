package org.depositary.facts;

import java.util.stream.Stream;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.Together;

/**
 * A command about the facts of one stream, before it is accepted.
 *
 * @param before the facts as they are recorded
 * @param after the facts as the command would leave them
 */
public record FactStreamChange<V>(FactStream<V> before, FactCommand<V> command, FactStream<V> after) {

    /** Whether the fact is recorded, and the command leaves it as it is. */
    public boolean isRecorded(String id) {
        return before.find(id).isPresent() && before.find(id).equals(after.find(id));
    }

    /** How to name a fact that the command records or changes, after the words for what the fact is. */
    public String place(String id) {
        if (before.find(id).isPresent()) {
            return "as this request changes it";
        }
        return newFacts(command)
                .filter(fact -> fact.id().equals(id))
                .map(fact -> fact.pointer().isEmpty() ? "in this request" : "in " + fact.pointer())
                .findFirst()
                .orElseThrow();
    }

    private static <V> Stream<NewFact<V>> newFacts(FactCommand<V> command) {
        return switch (command) {
            case RecordFacts<V>(var facts) -> facts.stream();
            case Together<V>(var commands) -> commands.stream().flatMap(FactStreamChange::newFacts);
            default -> Stream.empty();
        };
    }
}
