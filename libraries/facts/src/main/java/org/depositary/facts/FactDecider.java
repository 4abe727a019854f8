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
import org.depositary.facts.FactCommand.VerifyFact;
import org.depositary.facts.FactCommand.WithdrawClaim;

/** Decides all commands on facts, for every kind of fact. */
public final class FactDecider {

    /** A rule that all facts of one stream must satisfy together. */
    @FunctionalInterface
    public interface Invariant<V> {

        /**
         * Checks the facts as they would be after the command.
         *
         * @throws Problem if they contradict each other
         */
        void check(FactStreamTransition<V> attempt);

        static <V> Invariant<V> none() {
            return attempt -> {};
        }
    }

    private FactDecider() {}

    /** Returns a decider that checks the invariant after each command. */
    public static <V> Decider<FactCommand<V>, FactStream<V>, FactEvent<V>> withInvariant(Invariant<V> invariant) {
        return Decider.of(
                FactStream.empty(),
                (command, stream) -> {
                    var events = decide(command, stream);
                    invariant.check(new FactStreamTransition<>(stream, command, stream.withAll(events)));
                    return events;
                },
                FactStream::with);
    }

    private static <V> List<FactEvent<V>> decide(FactCommand<V> command, FactStream<V> stream) {
        return switch (command) {
            case RecordFacts<V>(var facts) ->
                facts.stream()
                        .<FactEvent<V>>map(
                                fact -> new FactEvent.Recorded<>(fact.id(), fact.statement(), fact.sources()))
                        .toList();
            case CorrectFact<V> correction -> List.of(correct(correction, unretracted(correction.id(), stream)));
            case RetractFact<V>(var id, var reason) ->
                List.of(new FactEvent.Retracted<>(id, unretracted(id, stream).statement(), reason));
            case AddSources<V>(var id, var sources) ->
                List.of(new FactEvent.Sourced<>(id, unretracted(id, stream).statement(), sources));
            case VerifyFact<V> verification -> List.of(verify(verification, unretracted(verification.id(), stream)));
            case ClaimOtherwise<V> claim -> List.of(ClaimDecider.claim(claim, unretracted(claim.id(), stream)));
            case PreferClaim<V>(var id, var claim, var reason) ->
                List.of(ClaimDecider.prefer(unretracted(id, stream), claim, reason));
            case WithdrawClaim<V>(var id, var claim, var reason) ->
                List.of(ClaimDecider.withdraw(unretracted(id, stream), claim, reason));
            case Together<V>(var commands) -> decideAll(commands, stream);
        };
    }

    private static <V> List<FactEvent<V>> decideAll(List<FactCommand<V>> commands, FactStream<V> stream) {
        var events = new ArrayList<FactEvent<V>>();
        var state = stream;
        for (var command : commands) {
            var next = decide(command, state);
            state = state.withAll(next);
            events.addAll(next);
        }
        return events;
    }

    private static <V> FactEvent<V> correct(CorrectFact<V> correction, Fact<V> fact) {
        var recorded = fact.recordedClaim();
        var corrected = correction.amendment().apply(recorded.statement());
        var sources = correction.sources().isEmpty() ? recorded.sources() : correction.sources();
        if (corrected.equals(recorded.statement()) && sources.equals(recorded.sources())) {
            throw Problem.invalid("", "The correction changes nothing: the fact already has these values");
        }
        ClaimDecider.rejectOverriddenFields(fact, correction.fields());
        return new FactEvent.Corrected<>(
                fact.id(), fact.withPreferredClaim(corrected), correction.fields(), correction.reason(), sources);
    }

    private static <V> FactEvent<V> verify(VerifyFact<V> verification, Fact<V> fact) {
        var checked = verification.sources().isEmpty() ? fact.sources() : verification.sources();
        return new FactEvent.Verified<>(fact.id(), fact.statement(), checked);
    }

    private static <V> Fact<V> unretracted(String id, FactStream<V> stream) {
        var fact = stream.find(id).orElseThrow(() -> Problem.notFound("Unknown fact " + id));
        fact.retraction().ifPresent(reason -> {
            throw Problem.of(ProblemType.ALREADY_RETRACTED, "The fact was retracted: " + reason);
        });
        return fact;
    }
}
