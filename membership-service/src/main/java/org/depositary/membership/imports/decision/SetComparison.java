package org.depositary.membership.imports.decision;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.depositary.facts.Fact;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.vocabulary.PartialDate;

/**
 * Compares what a file says of one membership with what its set said before, and with what is recorded.
 *
 * <p>The same change is known. What is left of the old is paired with what is left of the new, by kind and the nearest
 * date: it moved. What then is left of the old is gone, and what is left of the new is new, unless a fact that others
 * recorded says so already. A fact that is not as the set left it stays as it is, and so does what is protected.
 */
final class SetComparison {

    private final FactStream<MembershipChange> ledger;
    private final List<SetFact> said;
    private final List<FileChange> wanted;
    private final SetFactProtection protection;
    private final List<DecisionStep> steps = new ArrayList<>();

    private SetComparison(
            FactStream<MembershipChange> ledger, List<SetFact> said, List<FileChange> wanted, SetFactProtection protection) {
        this.ledger = ledger;
        this.protection = protection;
        this.said = new ArrayList<>(said);
        this.wanted = new ArrayList<>(wanted);
    }

    /** What is to be done; every timeline that comes out is coherent. */
    static List<DecisionStep> steps(
            FactStream<MembershipChange> stream, List<SetFact> said, List<FileChange> wanted, SetFactProtection protection) {
        var comparison = new SetComparison(stream, said, wanted, protection);
        comparison.pairSame();
        if (protection.letsDatesMove()) {
            NearestDatePairs.of(comparison.said, comparison.wanted).forEach(comparison::pair);
        } else {
            comparison.pair(DateBounds::isWithin);
            comparison.pair(DateBounds::overlap);
        }
        comparison.said.forEach(comparison::gone);
        comparison.matchOthers();
        comparison.wanted.forEach(left -> comparison.steps.add(
                new DecisionStep.New(UuidCreator.getTimeOrderedEpoch().toString(), left)));
        return TimelineConflictResolver.of(stream, comparison.steps);
    }

    private void pairSame() {
        for (var candidate : List.copyOf(wanted)) {
            said.stream()
                    .filter(old -> old.change().equals(candidate.change()))
                    .findFirst()
                    .ifPresent(old -> pair(old, candidate));
        }
    }

    /** Pairs what may be the same; the file may be vague because of a rejected row. */
    private void pair(BiPredicate<PartialDate, PartialDate> matches) {
        for (var candidate : List.copyOf(wanted)) {
            var change = candidate.change();
            said.stream()
                    .filter(old -> old.change().change() == change.change())
                    .filter(old -> matches.test(old.change().effective(), change.effective()))
                    .findFirst()
                    .ifPresent(old -> pair(old, candidate));
        }
    }

    private void pair(SetFact old, FileChange candidate) {
        said.remove(old);
        wanted.remove(candidate);
        if (!old.isUntouched(ledger)) {
            steps.add(touched(old, candidate));
        } else if (old.statement().equals(candidate.statement())) {
            steps.add(new DecisionStep.Known(candidate, old.fact()));
        } else {
            steps.add(moved(old, candidate));
        }
    }

    private DecisionStep moved(SetFact old, FileChange candidate) {
        var from = old.change().effective();
        var to = candidate.change().effective();
        if (protection.letsDatesMove() || from.equals(to)) {
            return new DecisionStep.Moved(old, candidate);
        }
        return DateBounds.isWithin(from, to)
                ? new DecisionStep.Known(candidate, old.fact())
                : new DecisionStep.Kept(Optional.of(candidate.line()), old.fact(), protection.reason());
    }

    /** Somebody else may have made of it what the file says now. */
    private DecisionStep touched(SetFact old, FileChange candidate) {
        return ledger.find(old.fact())
                .filter(fact -> fact.stands() && fact.statement().equals(candidate.change()))
                .<DecisionStep>map(agreeing -> new DecisionStep.Known(candidate, old.fact()))
                .orElseGet(() -> new DecisionStep.Kept(Optional.of(candidate.line()), old.fact(), changedSince(old)));
    }

    private void gone(SetFact old) {
        if (old.isUntouched(ledger)) {
            steps.add(protection
                    .keeps()
                    .<DecisionStep>map(reason -> new DecisionStep.Kept(Optional.empty(), old.fact(), reason))
                    .orElseGet(() -> new DecisionStep.Gone(old)));
        } else if (ledger.find(old.fact()).filter(Fact::stands).isPresent()) {
            steps.add(new DecisionStep.Kept(Optional.empty(), old.fact(), changedSince(old)));
        }
    }

    private String changedSince(SetFact old) {
        return ledger.find(old.fact())
                .flatMap(Fact::retraction)
                .map(reason -> "It was retracted since this set said so: " + reason)
                .orElse("It was changed since this set said so, and stays as it is");
    }

    private void matchOthers() {
        var own = new HashSet<String>();
        steps.forEach(step -> fact(step).ifPresent(own::add));
        for (var candidate : List.copyOf(wanted)) {
            ledger.standing().stream()
                    .filter(fact -> agrees(fact, candidate, own))
                    .findFirst()
                    .ifPresent(fact -> {
                        own.add(fact.id());
                        wanted.remove(candidate);
                        steps.add(new DecisionStep.Known(candidate, fact.id()));
                    });
        }
    }

    private static Optional<String> fact(DecisionStep step) {
        return switch (step) {
            case DecisionStep.Known known -> Optional.of(known.fact());
            case DecisionStep.Kept kept -> Optional.of(kept.fact());
            case DecisionStep.Moved moved -> Optional.of(moved.said().fact());
            case DecisionStep.Gone gone -> Optional.of(gone.said().fact());
            case DecisionStep.New added -> Optional.of(added.id());
            case DecisionStep.Rejected rejected -> Optional.empty();
        };
    }

    /** It says the same, dated as precisely or more so. */
    private static boolean agrees(Fact<MembershipChange> fact, FileChange candidate, Set<String> taken) {
        var recorded = fact.statement();
        return !taken.contains(fact.id())
                && recorded.change() == candidate.change().change()
                && DateBounds.isWithin(recorded.effective(), candidate.change().effective());
    }
}
