package org.depositary.verify.histories;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts accepted and rightly refused writes, and the outcomes of imports. */
public final class WriteCounts {

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Map<String, Integer> outcomes = new ConcurrentSkipListMap<>();

    public void note(boolean isAccepted) {
        (isAccepted ? accepted : refused).incrementAndGet();
    }

    /** @param outcomes of its lines and of facts that the file no longer states */
    public void noteImport(Collection<String> outcomes) {
        outcomes.forEach(outcome -> this.outcomes.merge(outcome, 1, Integer::sum));
    }

    long accepted() {
        return accepted.get();
    }

    long refused() {
        return refused.get();
    }

    /** The number of imports by their outcome. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    @Override
    public String toString() {
        return "%d writes accepted and %d refused, %s by imports".formatted(accepted(), refused(), outcomes);
    }
}
