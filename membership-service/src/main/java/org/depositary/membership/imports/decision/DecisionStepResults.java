package org.depositary.membership.imports.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.AddSources;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactStream;
import org.depositary.imports.job.OutcomeKind;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.decision.DecisionStep.Accepted;
import org.depositary.membership.imports.decision.DecisionStep.Confirmed;
import org.depositary.membership.imports.decision.DecisionStep.Corrected;
import org.depositary.membership.imports.decision.DecisionStep.Kept;
import org.depositary.membership.imports.decision.DecisionStep.Known;
import org.depositary.membership.imports.decision.DecisionStep.Rejected;
import org.depositary.membership.imports.decision.DecisionStep.Retracted;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.SourcedChange;
import org.depositary.vocabulary.sources.Source;

/**
 * The commands and outcomes that result from the steps of one membership.
 *
 * @param commands the commands, to be decided together; empty if nothing changes
 */
record DecisionStepResults(List<FactCommand<MembershipChange>> commands, List<ImportOutcome> outcomes) {

    /**
     * Converts steps to commands and outcomes.
     *
     * @param recorded the facts of the membership before the import
     * @param set the set of the import, which its sources name in the events
     * @param reason the reason in the events that correct and retract facts
     */
    static DecisionStepResults of(
            List<DecisionStep> steps, FactStream<MembershipChange> recorded, String set, String reason) {
        var commands = new ArrayList<FactCommand<MembershipChange>>();
        var newFacts = new ArrayList<NewFact<MembershipChange>>();
        var outcomes = new ArrayList<ImportOutcome>();
        for (var step : steps) {
            switch (step) {
                case Retracted(var fact) -> {
                    commands.add(new RetractFact<>(fact.id(), reason));
                    outcomes.add(retracted(fact));
                }
                case Corrected(var before, var after) -> {
                    commands.add(correctFact(
                            before.id(),
                            before.sourced(),
                            withConfirmations(before, after, recorded, set),
                            set,
                            reason));
                    outcomes.add(corrected(before, after));
                }
                case Accepted(var fact, var change) -> {
                    newFacts.add(new NewFact<>(
                            fact, change.change(), withSet(change.sourced().sources(), set)));
                    outcomes.add(accepted(fact, change));
                }
                case Known(var change, var fact) ->
                    outcomes.add(ImportOutcome.unchanged(
                            Optional.of(change.line()), OutcomeKind.KNOWN, Optional.empty(), fact));
                case Confirmed(var change, var fact, var sources) -> {
                    commands.add(new AddSources<>(fact, withSet(change.sourced().sources(), set)));
                    outcomes.add(confirmed(change, fact, sources));
                }
                case Kept(var line, var fact, var keptReason) ->
                    outcomes.add(ImportOutcome.unchanged(line, OutcomeKind.KEPT, Optional.of(keptReason), fact));
                case Rejected(var change, var rejectedReason) ->
                    outcomes.add(ImportOutcome.rejected(change.line(), rejectedReason));
            }
        }
        if (!newFacts.isEmpty()) {
            commands.add(new RecordFacts<>(newFacts));
        }
        return new DecisionStepResults(commands, outcomes);
    }

    /** If the effective date stays, the sources that other sets added still confirm the fact, so they stay too. */
    private static SourcedChange withConfirmations(
            DataSetFact before, FileMembershipChange after, FactStream<MembershipChange> recorded, String set) {
        var sources = new ArrayList<>(after.sourced().sources());
        if (before.change().effective().equals(after.change().effective())) {
            sources.addAll(before.ofOtherSets(recorded, set));
        }
        return new SourcedChange(after.change(), List.copyOf(sources));
    }

    /** Returns the command that changes the statement of the fact. Both changes are of the same membership. */
    static CorrectFact<MembershipChange> correctFact(
            String fact, SourcedChange before, SourcedChange after, String set, String reason) {
        return new CorrectFact<>(
                fact,
                recorded -> after.change(),
                after.change().differences(before.change()),
                reason,
                withSet(after.sources(), set));
    }

    /** The sources as they are in events: they name the set, so that reads find its coverage. */
    static List<Source> withSet(List<Source> sources, String set) {
        return sources.stream()
                .map(source -> source.set() == null ? source.withSet(set) : source)
                .toList();
    }

    private static ImportOutcome confirmed(FileMembershipChange change, String fact, List<Source> before) {
        return ImportOutcome.changed(
                Optional.of(change.line()),
                OutcomeKind.KNOWN,
                Optional.of("The file's source was added to it"),
                fact,
                Optional.of(new SourcedChange(change.change(), before)),
                Optional.of(change.sourced()));
    }

    private static ImportOutcome retracted(DataSetFact fact) {
        return ImportOutcome.changed(
                Optional.empty(),
                OutcomeKind.RETRACTED,
                Optional.of("No longer in the file: %s of %s"
                        .formatted(fact.change().change(), fact.change().effective())),
                fact.id(),
                Optional.of(fact.sourced()),
                Optional.empty());
    }

    private static ImportOutcome corrected(DataSetFact before, FileMembershipChange after) {
        var was = before.change();
        var is = after.change();
        return ImportOutcome.changed(
                Optional.of(after.line()),
                OutcomeKind.CORRECTED,
                Optional.of(
                        was.effective().equals(is.effective())
                                ? "%s of %s".formatted(is.change(), is.effective())
                                : "%s: %s, was %s".formatted(is.change(), is.effective(), was.effective())),
                before.id(),
                Optional.of(before.sourced()),
                Optional.of(after.sourced()));
    }

    private static ImportOutcome accepted(String fact, FileMembershipChange change) {
        return ImportOutcome.changed(
                Optional.of(change.line()),
                OutcomeKind.ACCEPTED,
                Optional.empty(),
                fact,
                Optional.empty(),
                Optional.of(change.sourced()));
    }
}
