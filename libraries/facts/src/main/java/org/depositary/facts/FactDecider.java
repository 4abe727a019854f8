package org.depositary.facts;

import java.util.ArrayList;
import java.util.List;
import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.FactCommand.AddSources;
import org.depositary.facts.FactCommand.ClaimOtherwise;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.PreferClaim;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactCommand.Together;
import org.depositary.facts.FactCommand.WithdrawClaim;

/** Decides what happens to facts, once for every kind of fact. */
public final class FactDecider {

    /** What must hold of all facts of a stream together; refuses a ledger in which it does not. */
    @FunctionalInterface
    public interface Invariant<V> {

        /** @throws Problem when the facts cannot stand side by side */
        void check(FactStream<V> ledger);

        /** Nothing beyond what every fact has to meet. */
        static <V> Invariant<V> none() {
            return ledger -> {};
        }
    }

    private FactDecider() {}

    /** A decider of facts of which the invariant always holds. */
    public static <V> Decider<FactCommand<V>, FactStream<V>, FactEvent<V>> keeping(Invariant<V> invariant) {
        return Decider.of(
                FactStream.empty(),
                (command, ledger) -> {
                    var events = decide(command, ledger);
                    invariant.check(ledger.withAll(events));
                    return events;
                },
                FactStream::with);
    }

    private static <V> List<FactEvent<V>> decide(FactCommand<V> command, FactStream<V> ledger) {
        return switch (command) {
            case RecordFacts<V>(var facts) ->
                facts.stream()
                        .<FactEvent<V>>map(
                                fact -> new FactEvent.Recorded<>(fact.id(), fact.statement(), fact.sources()))
                        .toList();
            case CorrectFact<V> correction -> List.of(correct(correction, unretracted(correction.id(), ledger)));
            case RetractFact<V>(var id, var reason) ->
                List.of(new FactEvent.Retracted<>(id, unretracted(id, ledger).statement(), reason));
            case AddSources<V>(var id, var sources) ->
                List.of(new FactEvent.Sourced<>(id, unretracted(id, ledger).statement(), sources));
            case ClaimOtherwise<V> claim -> List.of(ClaimDecider.claim(claim, unretracted(claim.id(), ledger)));
            case PreferClaim<V>(var id, var claim, var reason) ->
                List.of(ClaimDecider.prefer(unretracted(id, ledger), claim, reason));
            case WithdrawClaim<V>(var id, var claim, var reason) ->
                List.of(ClaimDecider.withdraw(unretracted(id, ledger), claim, reason));
            case Together<V>(var commands) -> decideAll(commands, ledger);
        };
    }

    private static <V> List<FactEvent<V>> decideAll(List<FactCommand<V>> commands, FactStream<V> ledger) {
        var events = new ArrayList<FactEvent<V>>();
        var so = ledger;
        for (var command : commands) {
            var next = decide(command, so);
            so = so.withAll(next);
            events.addAll(next);
        }
        return events;
    }

    private static <V> FactEvent<V> correct(CorrectFact<V> correction, Fact<V> fact) {
        var recorded = fact.recorded();
        var corrected = correction.amendment().apply(recorded.statement());
        var sources = correction.sources().isEmpty() ? recorded.sources() : correction.sources();
        if (corrected.equals(recorded.statement()) && sources.equals(recorded.sources())) {
            throw Problem.invalid("", "This is what the fact says already; there is nothing to correct");
        }
        ClaimDecider.refuseHidden(fact, correction.fields());
        return new FactEvent.Corrected<>(
                fact.id(), fact.stating(corrected), correction.fields(), correction.reason(), sources);
    }

    private static <V> Fact<V> unretracted(String id, FactStream<V> ledger) {
        var fact = ledger.find(id).orElseThrow(() -> Problem.notFound("There is no fact " + id));
        fact.retraction().ifPresent(reason -> {
            throw Problem.of(ProblemType.ALREADY_RETRACTED, "The fact was retracted: " + reason);
        });
        return fact;
    }
}
