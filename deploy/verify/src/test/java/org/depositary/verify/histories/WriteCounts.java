package org.depositary.verify.histories;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many writes were accepted and how many rightly refused, and what came of imports among them. */
final class WriteCounts {

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Map<String, Integer> outcomes = new ConcurrentSkipListMap<>();

    void note(boolean isAccepted) {
        (isAccepted ? accepted : refused).incrementAndGet();
    }

    /** @param outcomes of its lines, and of what it says no more */
    void noteImport(Collection<String> outcomes) {
        outcomes.forEach(outcome -> this.outcomes.merge(outcome, 1, Integer::sum));
    }

    long accepted() {
        return accepted.get();
    }

    long refused() {
        return refused.get();
    }

    /** By what came of imports, how often that did. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    @Override
    public String toString() {
        return "%d writes accepted and %d refused, %s by imports".formatted(accepted(), refused(), outcomes);
    }
}
