package org.depositary.membership.imports.decision;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.depositary.facts.Fact;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.decision.DecisionStep.Accepted;
import org.depositary.membership.imports.decision.DecisionStep.Confirmed;
import org.depositary.membership.imports.decision.DecisionStep.Corrected;
import org.depositary.membership.imports.decision.DecisionStep.Kept;
import org.depositary.membership.imports.decision.DecisionStep.Known;
import org.depositary.membership.imports.decision.DecisionStep.Rejected;
import org.depositary.membership.imports.decision.DecisionStep.Retracted;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.sources.SourceValidator;

/**
 * Compares the changes of one membership in a file with those in the previous edition of the set, and with the
 * recorded facts. <ol> <li>Facts of the set that the file repeats are known and stay. <li>Other facts of the set are
 * paired with changes of the same kind, the nearest dates first, and corrected. <li>Facts of the set that are left
 * are retracted. <li>Remaining changes of the file are known if another source has recorded them; the source of the file
 * is then added to the fact, once. Other changes are recorded. </ol>
 *
 * <p>A fact that was changed by a person or another import since the last import of the set stays as it is. A
 * protected fact stays too.
 */
final class DataSetComparison {

    private final String set;
    private final FactStream<MembershipChange> recorded;
    private final List<DataSetFact> setFacts;
    private final List<FileMembershipChange> fileChanges;
    private final DataSetFactProtection protection;
    private final List<DecisionStep> steps = new ArrayList<>();

    private DataSetComparison(
            String set,
            FactStream<MembershipChange> recorded,
            List<DataSetFact> setFacts,
            List<FileMembershipChange> fileChanges,
            DataSetFactProtection protection) {
        this.set = set;
        this.recorded = recorded;
        this.protection = protection;
        this.setFacts = new ArrayList<>(setFacts);
        this.fileChanges = new ArrayList<>(fileChanges);
    }

    /**
     * Returns the steps for one membership. Their result is a timeline without conflicts.
     *
     * @param set the set of which the file is an edition
     */
    static List<DecisionStep> steps(
            String set,
            FactStream<MembershipChange> recorded,
            List<DataSetFact> setFacts,
            List<FileMembershipChange> fileChanges,
            DataSetFactProtection protection) {
        var comparison = new DataSetComparison(set, recorded, setFacts, fileChanges, protection);
        comparison.pairEqual();
        if (protection.allowsNewDates()) {
            NearestDatePairs.of(comparison.setFacts, comparison.fileChanges).forEach(comparison::pair);
        } else {
            // Rejected rows can make the dates of the file less precise, so only dates that agree are paired.
            comparison.pairByDate(DateRangeComparison::isWithin);
            comparison.pairByDate(DateRangeComparison::overlap);
        }
        comparison.setFacts.forEach(comparison::retract);
        comparison.matchFactsOfOthers();
        comparison.fileChanges.forEach(comparison::accept);
        return TimelineConflictResolver.resolve(recorded, comparison.steps);
    }

    private void pairEqual() {
        for (var change : List.copyOf(fileChanges)) {
            setFacts.stream()
                    .filter(fact -> fact.change().equals(change.change()))
                    .findFirst()
                    .ifPresent(fact -> pair(fact, change));
        }
    }

    /** Pairs facts and changes of the same kind whose dates match. */
    private void pairByDate(BiPredicate<PartialDate, PartialDate> matches) {
        for (var candidate : List.copyOf(fileChanges)) {
            var change = candidate.change();
            setFacts.stream()
                    .filter(fact -> fact.change().change() == change.change())
                    .filter(fact -> matches.test(fact.change().effective(), change.effective()))
                    .findFirst()
                    .ifPresent(fact -> pair(fact, candidate));
        }
    }

    private void pair(DataSetFact fact, FileMembershipChange change) {
        setFacts.remove(fact);
        fileChanges.remove(change);
        if (!fact.isUntouched(recorded, set)) {
            steps.add(stepForTouched(fact, change));
        } else if (fact.sourced().equals(change.sourced())) {
            steps.add(new Known(change, fact.id()));
        } else {
            steps.add(correct(fact, change));
        }
    }

    private DecisionStep correct(DataSetFact fact, FileMembershipChange change) {
        var from = fact.change().effective();
        var to = change.change().effective();
        if (protection.allowsNewDates() || from.equals(to)) {
            return new Corrected(fact, change);
        }
        return DateRangeComparison.isWithin(from, to)
                ? new Known(change, fact.id())
                : new Kept(Optional.of(change.line()), fact.id(), protection.reason());
    }

    /**
     * Returns the step for a fact that was changed since the last import of the set. If the fact now equals the file,
     * it is known; otherwise it is kept.
     */
    private DecisionStep stepForTouched(DataSetFact setFact, FileMembershipChange change) {
        return recorded.find(setFact.id())
                .filter(fact -> fact.stands() && fact.statement().equals(change.change()))
                .<DecisionStep>map(equal -> new Known(change, setFact.id()))
                .orElseGet(() -> new Kept(Optional.of(change.line()), setFact.id(), touchedReason(setFact)));
    }

    private void retract(DataSetFact fact) {
        if (fact.isUntouched(recorded, set)) {
            steps.add(protection
                    .retractionRefusal()
                    .<DecisionStep>map(reason -> new Kept(Optional.empty(), fact.id(), reason))
                    .orElseGet(() -> new Retracted(fact)));
        } else if (recorded.find(fact.id()).filter(Fact::stands).isPresent()) {
            steps.add(new Kept(Optional.empty(), fact.id(), touchedReason(fact)));
        }
    }

    private String touchedReason(DataSetFact fact) {
        return recorded.find(fact.id())
                .flatMap(Fact::retraction)
                .map(reason -> "Retracted by another user after the last import: " + reason)
                .orElse("Not changed: another user changed it after the last import");
    }

    private void matchFactsOfOthers() {
        var matched = new HashSet<String>();
        steps.forEach(step -> factOf(step).ifPresent(matched::add));
        for (var change : List.copyOf(fileChanges)) {
            recorded.standing().stream()
                    .filter(fact -> !matched.contains(fact.id()) && agrees(fact.statement(), change.change()))
                    .findFirst()
                    .ifPresent(fact -> {
                        matched.add(fact.id());
                        fileChanges.remove(change);
                        steps.add(confirmation(change, fact));
                    });
        }
    }

    /** Adds the file's sources to a fact of others, once. */
    private DecisionStep confirmation(FileMembershipChange change, Fact<MembershipChange> fact) {
        boolean confirmed = fact.sources().stream().anyMatch(source -> set.equals(source.set()));
        boolean full = fact.sources().size() + change.sourced().sources().size() > SourceValidator.MOST;
        return confirmed || full ? new Known(change, fact.id()) : new Confirmed(change, fact.id(), fact.sources());
    }

    private void accept(FileMembershipChange change) {
        steps.add(new Accepted(UuidCreator.getTimeOrderedEpoch().toString(), change));
    }

    private static Optional<String> factOf(DecisionStep step) {
        return switch (step) {
            case Known(var change, var fact) -> Optional.of(fact);
            case Confirmed(var change, var fact, var sources) -> Optional.of(fact);
            case Kept(var line, var fact, var reason) -> Optional.of(fact);
            case Corrected(var before, var after) -> Optional.of(before.id());
            case Retracted(var fact) -> Optional.of(fact.id());
            case Accepted(var fact, var change) -> Optional.of(fact);
            case Rejected rejected -> Optional.empty();
        };
    }

    /**
     * Whether a recorded change confirms a change of the file: it has the same kind, and its date is equal or more
     * precise.
     */
    private static boolean agrees(MembershipChange recordedChange, MembershipChange fileChange) {
        return recordedChange.change() == fileChange.change()
                && DateRangeComparison.isWithin(recordedChange.effective(), fileChange.effective());
    }
}
