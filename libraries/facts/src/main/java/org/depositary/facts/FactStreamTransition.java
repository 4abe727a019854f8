package org.depositary.facts;

import java.util.stream.Stream;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.Together;

/** The state of a stream before and after a command that is not accepted yet. */
public record FactStreamTransition<V>(FactStream<V> before, FactCommand<V> command, FactStream<V> after) {

    /** Whether the fact existed before the command and is not changed by it. */
    public boolean isRecorded(String id) {
        return before.find(id).isPresent() && before.find(id).equals(after.find(id));
    }

    /**
     * Returns how to refer to a fact of this command at the end of an error message: {@code in this request}, {@code
     * as this request changes it}.
     */
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
            case Together<V>(var commands) -> commands.stream().flatMap(FactStreamTransition::newFacts);
            default -> Stream.empty();
        };
    }
}
