package org.depositary.membership.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.membership.domain.MembershipChange;

/**
 * What follows from the steps of one membership.
 *
 * @param commands to be decided together; none when nothing changes
 * @param outcomes for the report
 */
record Decision(List<FactCommand<MembershipChange>> commands, List<Outcome> outcomes) {

    /** @param why the words in the events that correct and retract */
    static Decision of(List<Step> steps, String why) {
        var commands = new ArrayList<FactCommand<MembershipChange>>();
        var added = new ArrayList<NewFact<MembershipChange>>();
        var outcomes = new ArrayList<Outcome>();
        for (var step : steps) {
            switch (step) {
                case Step.Gone(var said) -> {
                    commands.add(new RetractFact<>(said.fact(), why));
                    outcomes.add(gone(said));
                }
                case Step.Moved(var said, var wanted) -> {
                    commands.add(correction(said.fact(), said.statement(), wanted.statement(), why));
                    outcomes.add(moved(said, wanted));
                }
                case Step.New(var id, var wanted) -> {
                    var statement = wanted.statement();
                    added.add(new NewFact<>(id, statement.change(), statement.sources()));
                    outcomes.add(added(id, wanted));
                }
                case Step.Known(var wanted, var fact) ->
                    outcomes.add(told(Optional.of(wanted.line()), Outcome.Kind.KNOWN, Optional.empty(), fact));
                case Step.Kept(var line, var fact, var reason) ->
                    outcomes.add(told(line, Outcome.Kind.KEPT, Optional.of(reason), fact));
                case Step.Rejected(var wanted, var reason) -> outcomes.add(Outcome.rejected(wanted.line(), reason));
            }
        }
        if (!added.isEmpty()) {
            commands.add(new RecordFacts<>(added));
        }
        return new Decision(commands, outcomes);
    }

    /** Lets the fact say the other statement; both are of one membership. */
    static CorrectFact<MembershipChange> correction(String fact, Statement from, Statement to, String why) {
        return new CorrectFact<>(
                fact, recorded -> to.change(), to.change().differences(from.change()), why, to.sources());
    }

    private static Outcome gone(Said said) {
        return new Outcome(
                Optional.empty(),
                Outcome.Kind.RETRACTED,
                Optional.of("The file does not say so any more: %s of %s"
                        .formatted(said.change().change(), said.change().effective())),
                Optional.empty(),
                Optional.empty(),
                Optional.of(said.fact()),
                Optional.of(said.statement()),
                Optional.empty());
    }

    private static Outcome moved(Said said, Wanted wanted) {
        var was = said.change();
        var is = wanted.change();
        return new Outcome(
                Optional.of(wanted.line()),
                Outcome.Kind.CORRECTED,
                Optional.of(
                        was.effective().equals(is.effective())
                                ? "%s of %s".formatted(is.change(), is.effective())
                                : "%s: %s, was %s".formatted(is.change(), is.effective(), was.effective())),
                Optional.empty(),
                Optional.empty(),
                Optional.of(said.fact()),
                Optional.of(said.statement()),
                Optional.of(wanted.statement()));
    }

    private static Outcome added(String id, Wanted wanted) {
        return new Outcome(
                Optional.of(wanted.line()),
                Outcome.Kind.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(id),
                Optional.empty(),
                Optional.of(wanted.statement()));
    }

    private static Outcome told(Optional<Integer> line, Outcome.Kind kind, Optional<String> reason, String fact) {
        return new Outcome(
                line,
                kind,
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.of(fact),
                Optional.empty(),
                Optional.empty());
    }
}
