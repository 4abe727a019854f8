package org.depositary.facts;

import java.util.List;
import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.FactCommand.AddSources;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;

/** Decides what happens to facts, once for every kind of fact. */
public final class FactDecider {

    /** What must hold of all facts of a stream together; refuses a ledger in which it does not. */
    @FunctionalInterface
    public interface Invariant<V> {

        /** @throws Problem when the facts cannot stand side by side */
        void check(Ledger<V> ledger);

        /** Nothing beyond what every fact has to meet. */
        static <V> Invariant<V> none() {
            return ledger -> {};
        }
    }

    private FactDecider() {}

    /** A decider of facts of which the invariant always holds. */
    public static <V> Decider<FactCommand<V>, Ledger<V>, FactEvent<V>> keeping(Invariant<V> invariant) {
        return Decider.of(
                Ledger.empty(),
                (command, ledger) -> {
                    var events = decide(command, ledger);
                    invariant.check(ledger.withAll(events));
                    return events;
                },
                Ledger::with);
    }

    private static <V> List<FactEvent<V>> decide(FactCommand<V> command, Ledger<V> ledger) {
        return switch (command) {
            case RecordFacts<V>(var facts) ->
                facts.stream()
                        .<FactEvent<V>>map(
                                fact -> new FactEvent.Recorded<>(fact.id(), fact.statement(), fact.sources()))
                        .toList();
            case CorrectFact<V> correction -> List.of(correct(correction, standing(correction.id(), ledger)));
            case RetractFact<V>(var id, var reason) ->
                List.of(new FactEvent.Retracted<>(id, standing(id, ledger).statement(), reason));
            case AddSources<V>(var id, var sources) ->
                List.of(new FactEvent.Sourced<>(id, standing(id, ledger).statement(), sources));
        };
    }

    private static <V> FactEvent<V> correct(CorrectFact<V> correction, Fact<V> fact) {
        var corrected = correction.amendment().apply(fact.statement());
        var sources = correction.sources().isEmpty() ? fact.sources() : correction.sources();
        if (corrected.equals(fact.statement()) && sources.equals(fact.sources())) {
            throw Problem.invalid("", "This is what the fact says already; there is nothing to correct");
        }
        return new FactEvent.Corrected<>(fact.id(), corrected, correction.fields(), correction.reason(), sources);
    }

    private static <V> Fact<V> standing(String id, Ledger<V> ledger) {
        var fact = ledger.find(id).orElseThrow(() -> Problem.notFound("There is no fact " + id));
        fact.retraction().ifPresent(reason -> {
            throw Problem.of(ProblemType.ALREADY_RETRACTED, "The fact was retracted: " + reason);
        });
        return fact;
    }
}
