package org.depositary.verify.histories;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Shrinkable;

/** Reduces a failing history while it still fails. */
final class HistoryShrinker {

    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    private HistoryShrinker() {}

    /** Returns the failure of the smallest history found. */
    static <H> ModelDisagreement smallest(
            Shrinkable<H> failing, ModelDisagreement failure, Function<H, Optional<ModelDisagreement>> trial) {
        long deadline = System.nanoTime() + PATIENCE;
        var smallest = failing;
        var smallestFailure = failure;
        while (true) {
            var next = Optional.<Shrinkable<H>>empty();
            for (var candidate : (Iterable<Shrinkable<H>>) smallest.shrink()::iterator) {
                var found = System.nanoTime() < deadline
                        ? trial.apply(candidate.value())
                        : Optional.<ModelDisagreement>empty();
                if (found.isPresent()) {
                    smallestFailure = found.get();
                    next = Optional.of(candidate);
                    break;
                }
            }
            if (next.isEmpty()) {
                return smallestFailure;
            }
            smallest = next.get();
        }
    }
}
