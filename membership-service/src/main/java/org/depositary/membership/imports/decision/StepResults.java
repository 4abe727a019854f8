package org.depositary.membership.imports.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.SourcedChange;

/**
 * What follows from the steps of one membership.
 *
 * @param commands to be decided together; none when nothing changes
 * @param outcomes for the report
 */
record StepResults(List<FactCommand<MembershipChange>> commands, List<ImportOutcome> outcomes) {

    /** @param why the words in the events that correct and retract */
    static StepResults of(List<DecisionStep> steps, String why) {
        var commands = new ArrayList<FactCommand<MembershipChange>>();
        var added = new ArrayList<NewFact<MembershipChange>>();
        var outcomes = new ArrayList<ImportOutcome>();
        for (var step : steps) {
            switch (step) {
                case DecisionStep.Gone(var said) -> {
                    commands.add(new RetractFact<>(said.fact(), why));
                    outcomes.add(gone(said));
                }
                case DecisionStep.Moved(var said, var wanted) -> {
                    commands.add(correction(said.fact(), said.statement(), wanted.statement(), why));
                    outcomes.add(moved(said, wanted));
                }
                case DecisionStep.New(var id, var wanted) -> {
                    var statement = wanted.statement();
                    added.add(new NewFact<>(id, statement.change(), statement.sources()));
                    outcomes.add(added(id, wanted));
                }
                case DecisionStep.Known(var wanted, var fact) ->
                    outcomes.add(told(Optional.of(wanted.line()), ImportOutcome.Kind.KNOWN, Optional.empty(), fact));
                case DecisionStep.Kept(var line, var fact, var reason) ->
                    outcomes.add(told(line, ImportOutcome.Kind.KEPT, Optional.of(reason), fact));
                case DecisionStep.Rejected(var wanted, var reason) -> outcomes.add(ImportOutcome.rejected(wanted.line(), reason));
            }
        }
        if (!added.isEmpty()) {
            commands.add(new RecordFacts<>(added));
        }
        return new StepResults(commands, outcomes);
    }

    /** Lets the fact say the other statement; both are of one membership. */
    static CorrectFact<MembershipChange> correction(String fact, SourcedChange from, SourcedChange to, String why) {
        return new CorrectFact<>(
                fact, recorded -> to.change(), to.change().differences(from.change()), why, to.sources());
    }

    private static ImportOutcome gone(SetFact said) {
        return new ImportOutcome(
                Optional.empty(),
                ImportOutcome.Kind.RETRACTED,
                Optional.of("The file does not say so any more: %s of %s"
                        .formatted(said.change().change(), said.change().effective())),
                Optional.empty(),
                Optional.empty(),
                Optional.of(said.fact()),
                Optional.of(said.statement()),
                Optional.empty());
    }

    private static ImportOutcome moved(SetFact said, FileChange wanted) {
        var was = said.change();
        var is = wanted.change();
        return new ImportOutcome(
                Optional.of(wanted.line()),
                ImportOutcome.Kind.CORRECTED,
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

    private static ImportOutcome added(String id, FileChange wanted) {
        return new ImportOutcome(
                Optional.of(wanted.line()),
                ImportOutcome.Kind.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(id),
                Optional.empty(),
                Optional.of(wanted.statement()));
    }

    private static ImportOutcome told(Optional<Integer> line, ImportOutcome.Kind kind, Optional<String> reason, String fact) {
        return new ImportOutcome(
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
