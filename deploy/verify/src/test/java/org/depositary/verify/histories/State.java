package org.depositary.verify.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the register knows of one history. Facts stand at the place of their number. */
record State(List<Change> changes, List<Dissolution> dissolutions) {

    static final State EMPTY = new State(List.of(), List.of());

    /** A membership change that was recorded. */
    record Change(
            int number,
            int organization,
            int party,
            String change,
            EffectiveDate effective,
            List<String> sources,
            boolean retracted) {

        Change saying(String otherChange, EffectiveDate otherDate) {
            return new Change(number, organization, party, otherChange, otherDate, sources, retracted);
        }

        Change sourced(String source) {
            var all = Stream.concat(sources.stream(), Stream.of(source)).toList();
            return new Change(number, organization, party, change, effective, all, retracted);
        }

        Change taken() {
            return new Change(number, organization, party, change, effective, sources, true);
        }
    }

    /** That an organisation ended. */
    record Dissolution(int number, int organization, EffectiveDate effective, boolean retracted) {}

    State with(Change fact) {
        return new State(put(changes, fact.number(), fact), dissolutions);
    }

    State with(Dissolution fact) {
        return new State(changes, put(dissolutions, fact.number(), fact));
    }

    private static <T> List<T> put(List<T> facts, int number, T fact) {
        var all = new ArrayList<>(facts);
        if (number == all.size()) {
            all.add(fact);
        } else {
            all.set(number, fact);
        }
        return List.copyOf(all);
    }

    /** Of one party in one organisation, as they happened; what cannot be told apart, as it was recorded. */
    List<Change> of(int organization, int party) {
        return changes.stream()
                .filter(fact -> !fact.retracted() && fact.organization() == organization && fact.party() == party)
                .sorted((a, b) -> a.effective().compareTo(b.effective()))
                .toList();
    }

    List<Dissolution> dissolutionsOf(int organization) {
        return dissolutions.stream()
                .filter(fact -> !fact.retracted() && fact.organization() == organization)
                .toList();
    }
}
