package org.depositary.membership.imports.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.depositary.vocabulary.PartialDate;

/** Pairs what a set said with what its file says now, of one kind, the nearest dates first. */
final class NearestDatePairs {

    /** @param days between the two */
    private record Pair(SetFact old, FileChange candidate, long days) {

        static Pair of(SetFact old, FileChange candidate) {
            long days = ChronoUnit.DAYS.between(
                    day(old.change().effective()), day(candidate.change().effective()));
            return new Pair(old, candidate, Math.abs(days));
        }

        private static LocalDate day(PartialDate date) {
            return date.earliest().or(date::latest).orElse(LocalDate.EPOCH);
        }
    }

    private final List<Pair> pairs;

    private NearestDatePairs(List<Pair> pairs) {
        this.pairs = pairs;
    }

    static NearestDatePairs of(List<SetFact> said, List<FileChange> wanted) {
        var pairs = said.stream()
                .flatMap(old -> wanted.stream()
                        .filter(candidate ->
                                old.change().change() == candidate.change().change())
                        .map(candidate -> Pair.of(old, candidate)))
                .sorted(Comparator.comparingLong(Pair::days))
                .toList();
        // Looking through the lists for each of the pairs would cost their cube.
        var paired = Collections.newSetFromMap(new IdentityHashMap<>());
        var nearest = new ArrayList<Pair>();
        for (var pair : pairs) {
            if (!paired.contains(pair.old) && !paired.contains(pair.candidate)) {
                paired.add(pair.old);
                paired.add(pair.candidate);
                nearest.add(pair);
            }
        }
        return new NearestDatePairs(nearest);
    }

    void forEach(BiConsumer<SetFact, FileChange> action) {
        pairs.forEach(pair -> action.accept(pair.old, pair.candidate));
    }
}
