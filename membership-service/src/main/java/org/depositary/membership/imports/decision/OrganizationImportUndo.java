package org.depositary.membership.imports.decision;

import static org.depositary.membership.events.MembershipFactKinds.MEMBERSHIP;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.facts.Claim;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactCommand.Together;
import org.depositary.facts.FactStream;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.OutcomeKind;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.ImportOutcomeStore;
import org.depositary.vocabulary.sources.Source;

/**
 * Undoes an import for one organisation: retracts the facts that it recorded, reverts its corrections, and records
 * again the facts that it retracted. Removes the sources that it added to facts of others. Facts that were changed after the import stay as they are.
 */
public final class OrganizationImportUndo {

    private static final String TOUCHED = "Not undone: another user changed it after the import";
    private static final String NEEDED = "Not undone: later facts depend on it";

    private final ImportJob job;
    private final UnitOfWork unitOfWork;
    private final ImportOutcomeStore outcomes;
    private final DataSetFactStore setFacts;
    private final List<Long> undone = new ArrayList<>();
    private final List<Long> touched = new ArrayList<>();
    private final List<ImportOutcome> inverseOutcomes = new ArrayList<>();

    public OrganizationImportUndo(ImportJob job, UnitOfWork unitOfWork, ObjectMapper mapper) {
        var sql = new ImportSql(unitOfWork.connection());
        this.job = job;
        this.unitOfWork = unitOfWork;
        this.outcomes = new ImportOutcomeStore(sql, mapper);
        this.setFacts = new DataSetFactStore(sql, outcomes);
    }

    public void undo(String organization) {
        var byParty = outcomes.toUndo(job.id(), organization).stream()
                .collect(
                        Collectors.groupingBy(stored -> stored.outcome().party().orElseThrow()));
        unitOfWork.load(
                MEMBERSHIP,
                byParty.keySet().stream()
                        .map(party -> OrganizationImportDecider.stream(organization, party))
                        .toList());
        byParty.forEach((party, ofParty) -> undo(OrganizationImportDecider.stream(organization, party), ofParty));
        outcomes.markUndone(undone);
        outcomes.setReason(touched, TOUCHED);
        setFacts.update(job.set(), organization, inverseOutcomes);
    }

    private void undo(StreamId stream, List<ImportOutcomeStore.Stored> ofParty) {
        var recorded = unitOfWork.read(MEMBERSHIP, stream);
        var byUntouched =
                ofParty.stream().collect(Collectors.partitioningBy(stored -> isUntouched(stored.outcome(), recorded)));
        touched.addAll(ids(byUntouched.get(false)));
        var undoable = byUntouched.get(true);
        var inverses = undoable.stream()
                .map(stored -> invert(stored.outcome(), recorded))
                .toList();
        try {
            var commands = inverses.stream().map(Inverse::command).toList();
            unitOfWork.handle(MEMBERSHIP, stream, new Together<>(commands));
            undone.addAll(ids(undoable));
            inverses.forEach(inverse -> inverseOutcomes.add(inverse.outcome()));
        } catch (Problem conflict) {
            // All commands together would make the timeline of the party impossible, so none of them is recorded.
            outcomes.setReason(ids(undoable), neededReason(conflict));
        }
    }

    private static String neededReason(Problem conflict) {
        var conflicting = conflict.conflictsWith();
        return conflicting.isEmpty() ? NEEDED : NEEDED + ": " + String.join(", ", conflicting);
    }

    private boolean isUntouched(ImportOutcome outcome, FactStream<MembershipChange> recorded) {
        if (outcome.kind() == OutcomeKind.KNOWN) {
            var fact = recorded.find(outcome.fact().orElseThrow()).filter(Fact::stands);
            return fact.filter(found -> found.preferred() == Claim.RECORDED && isConfirmedBySetAndOthers(found))
                    .isPresent();
        }
        return outcome.after()
                .map(after -> new DataSetFact(outcome.fact().orElseThrow(), after).isUntouched(recorded, job.set()))
                .orElse(true);
    }

    private boolean isConfirmedBySetAndOthers(Fact<MembershipChange> fact) {
        int others = withoutSources(fact).size();
        return others > 0 && others < fact.sources().size();
    }

    /** Returns the sources of the fact without those that the set added. */
    private List<Source> withoutSources(Fact<MembershipChange> fact) {
        return fact.sources().stream()
                .filter(source -> !job.set().equals(source.set()))
                .toList();
    }

    /**
     * A command that undoes an outcome of the import.
     *
     * @param outcome the result of the command, from which {@link DataSetFactStore} updates the facts of the set
     */
    private record Inverse(FactCommand<MembershipChange> command, ImportOutcome outcome) {}

    private Inverse invert(ImportOutcome outcome, FactStream<MembershipChange> recorded) {
        var reason = "Import %s was undone".formatted(job.id());
        var fact = outcome.fact().orElseThrow();
        return switch (outcome.kind()) {
            case ACCEPTED ->
                new Inverse(new RetractFact<>(fact, reason), inverseOutcome(outcome, OutcomeKind.RETRACTED, fact));
            case CORRECTED -> {
                var before = outcome.before().orElseThrow();
                var correction =
                        DecisionStepResults.correctFact(fact, outcome.after().orElseThrow(), before, job.set(), reason);
                yield new Inverse(correction, inverseOutcome(outcome, OutcomeKind.CORRECTED, fact));
            }
            case RETRACTED -> {
                var before = outcome.before().orElseThrow();
                var newId = UuidCreator.getTimeOrderedEpoch().toString();
                var newFact =
                        new NewFact<>(newId, before.change(), DecisionStepResults.withSet(before.sources(), job.set()));
                yield new Inverse(
                        new RecordFacts<>(List.of(newFact)), inverseOutcome(outcome, OutcomeKind.ACCEPTED, newId));
            }
            case KNOWN -> {
                var known = recorded.find(fact).orElseThrow();
                var correction = new CorrectFact<MembershipChange>(
                        fact, statement -> statement, List.of(), reason, withoutSources(known));
                yield new Inverse(correction, outcome);
            }
            case KEPT, REJECTED -> throw new IllegalStateException("Nothing to undo: " + outcome);
        };
    }

    private static ImportOutcome inverseOutcome(ImportOutcome outcome, OutcomeKind kind, String fact) {
        return new ImportOutcome(
                outcome.line(),
                kind,
                Optional.empty(),
                outcome.organization(),
                outcome.party(),
                Optional.of(fact),
                outcome.after(),
                outcome.before());
    }

    private static List<Long> ids(List<ImportOutcomeStore.Stored> stored) {
        return stored.stream().map(ImportOutcomeStore.Stored::id).toList();
    }
}
