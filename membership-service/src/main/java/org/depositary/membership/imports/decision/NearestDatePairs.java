package org.depositary.membership.imports.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * Pairs the facts of a set with the changes of a file. The fact and the change of a pair have the same kind. Pairs
 * with the nearest dates are formed first.
 */
final class NearestDatePairs {

    /** @param days the number of days between the two dates */
    private record Pair(DataSetFact fact, FileMembershipChange change, long days) {

        static Pair of(DataSetFact fact, FileMembershipChange change) {
            long days = ChronoUnit.DAYS.between(
                    day(fact.change().effective()), day(change.change().effective()));
            return new Pair(fact, change, Math.abs(days));
        }

        private static LocalDate day(PartialDate date) {
            return date.earliest().or(date::latest).orElse(LocalDate.EPOCH);
        }
    }

    private final List<Pair> pairs;

    private NearestDatePairs(List<Pair> pairs) {
        this.pairs = pairs;
    }

    static NearestDatePairs of(List<DataSetFact> facts, List<FileMembershipChange> changes) {
        var candidates = facts.stream()
                .flatMap(fact -> changes.stream()
                        .filter(change ->
                                fact.change().change() == change.change().change())
                        .map(change -> Pair.of(fact, change)))
                .sorted(Comparator.comparingLong(Pair::days))
                .toList();
        // A set finds paired elements at once. A search in a list for each candidate would make the running time
        // cubic.
        var paired = Collections.newSetFromMap(new IdentityHashMap<>());
        var nearest = new ArrayList<Pair>();
        for (var pair : candidates) {
            if (!paired.contains(pair.fact) && !paired.contains(pair.change)) {
                paired.add(pair.fact);
                paired.add(pair.change);
                nearest.add(pair);
            }
        }
        return new NearestDatePairs(nearest);
    }

    void forEach(BiConsumer<DataSetFact, FileMembershipChange> action) {
        pairs.forEach(pair -> action.accept(pair.fact, pair.change));
    }
}
