package org.depositary.membership.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.depositary.facts.Fact;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.vocabulary.PartialDate;

/**
 * Compares what a file says of one membership with what its set said before, and with what is recorded.
 *
 * <p>The same change is known. What is left of the old is paired with what is left of the new, by kind and the nearest
 * date: it moved. What then is left of the old is gone, and what is left of the new is new, unless a fact that others
 * recorded says so already. A fact that is not as the set left it stays as it is.
 */
final class Comparison {

    private final FactStream<MembershipChange> ledger;
    private final List<Said> said;
    private final List<Wanted> wanted;
    private final List<Step> steps = new ArrayList<>();

    private Comparison(FactStream<MembershipChange> ledger, List<Said> said, List<Wanted> wanted) {
        this.ledger = ledger;
        this.said = new ArrayList<>(said);
        this.wanted = new ArrayList<>(wanted);
    }

    /** What is to be done; every timeline that comes out is coherent. */
    static List<Step> steps(FactStream<MembershipChange> ledger, List<Said> said, List<Wanted> wanted) {
        var comparison = new Comparison(ledger, said, wanted);
        comparison.pairSame();
        comparison.pairMoved();
        comparison.said.forEach(comparison::gone);
        comparison.matchOthers();
        comparison.wanted.forEach(left -> comparison.steps.add(
                new Step.New(UuidCreator.getTimeOrderedEpoch().toString(), left)));
        return Coherence.of(ledger, comparison.steps);
    }

    private void pairSame() {
        for (var candidate : List.copyOf(wanted)) {
            said.stream()
                    .filter(old -> old.change().equals(candidate.change()))
                    .findFirst()
                    .ifPresent(old -> pair(old, candidate));
        }
    }

    /** The nearest first; whoever has a partner by then is left out. */
    private void pairMoved() {
        var pairs = said.stream()
                .flatMap(old -> wanted.stream()
                        .filter(candidate -> isOfOneKind(old, candidate))
                        .map(candidate -> Pair.of(old, candidate)))
                .sorted(Comparator.comparingLong(Pair::days))
                .toList();
        // Looking through the lists for each of the pairs would cost their cube.
        var paired = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var pair : pairs) {
            if (!paired.contains(pair.old) && !paired.contains(pair.candidate)) {
                paired.add(pair.old);
                paired.add(pair.candidate);
                pair(pair.old, pair.candidate);
            }
        }
    }

    private static boolean isOfOneKind(Said old, Wanted candidate) {
        return old.change().change() == candidate.change().change();
    }

    /** @param days between the two */
    private record Pair(Said old, Wanted candidate, long days) {

        static Pair of(Said old, Wanted candidate) {
            long days = ChronoUnit.DAYS.between(
                    day(old.change().effective()), day(candidate.change().effective()));
            return new Pair(old, candidate, Math.abs(days));
        }

        private static LocalDate day(PartialDate date) {
            return date.earliest().or(date::latest).orElse(LocalDate.EPOCH);
        }
    }

    private void pair(Said old, Wanted candidate) {
        said.remove(old);
        wanted.remove(candidate);
        if (!old.isUntouched(ledger)) {
            steps.add(touched(old, candidate));
        } else if (old.statement().equals(candidate.statement())) {
            steps.add(new Step.Known(candidate, old.fact()));
        } else {
            steps.add(new Step.Moved(old, candidate));
        }
    }

    /** Somebody else may have made of it what the file says now. */
    private Step touched(Said old, Wanted candidate) {
        return ledger.find(old.fact())
                .filter(fact -> fact.stands() && fact.statement().equals(candidate.change()))
                .<Step>map(agreeing -> new Step.Known(candidate, old.fact()))
                .orElseGet(() -> new Step.Kept(Optional.of(candidate.line()), old.fact(), changedSince(old)));
    }

    private void gone(Said old) {
        if (old.isUntouched(ledger)) {
            steps.add(new Step.Gone(old));
        } else if (ledger.find(old.fact()).filter(Fact::stands).isPresent()) {
            steps.add(new Step.Kept(Optional.empty(), old.fact(), changedSince(old)));
        }
    }

    private String changedSince(Said old) {
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
                        steps.add(new Step.Known(candidate, fact.id()));
                    });
        }
    }

    private static Optional<String> fact(Step step) {
        return switch (step) {
            case Step.Known known -> Optional.of(known.fact());
            case Step.Kept kept -> Optional.of(kept.fact());
            case Step.Moved moved -> Optional.of(moved.said().fact());
            case Step.Gone gone -> Optional.of(gone.said().fact());
            case Step.New added -> Optional.of(added.id());
            case Step.Rejected rejected -> Optional.empty();
        };
    }

    /** It says the same, dated as precisely or more so. */
    private static boolean agrees(Fact<MembershipChange> fact, Wanted candidate, Set<String> taken) {
        var recorded = fact.statement();
        return !taken.contains(fact.id())
                && recorded.change() == candidate.change().change()
                && isWithin(recorded.effective(), candidate.change().effective());
    }

    private static boolean isWithin(PartialDate inner, PartialDate outer) {
        boolean begins = outer.earliest()
                .map(bound ->
                        inner.earliest().filter(day -> !day.isBefore(bound)).isPresent())
                .orElse(true);
        boolean ends = outer.latest()
                .map(bound -> inner.latest().filter(day -> !day.isAfter(bound)).isPresent())
                .orElse(true);
        return begins && ends;
    }
}
