package org.depositary.vocabulary;

import java.time.LocalDate;
import java.util.Optional;

/**
 * "Held on a day", told honestly. A span begins on its start date, that day included, and ends on its end date, that day
 * excluded. Where the dates are imprecise,
 *
 * <ul>
 *   <li>it <em>certainly</em> holds in [start.latest, end.earliest),
 *   <li>it <em>possibly</em> holds in [start.earliest, end.latest);
 * </ul>
 *
 * and either may be empty. Without an end it goes on. An open side of a date is infinitely far away: a start that is open
 * towards the future has begun on no day for certain, an end that is open towards the past may have come on any day. An
 * uncertain date never gives "certain" within its own bounds, so that an uncertain start holds for certain only after its
 * latest day.
 */
public final class Held {

    public enum Certainty {
        CERTAIN,
        POSSIBLE;

        /** As in JSON: {@code certain}, {@code possible}. */
        public String json() {
            return toString();
        }

        @Override
        public String toString() {
            return this == CERTAIN ? "certain" : "possible";
        }
    }

    private Held() {}

    /** How surely a span from {@code start} to {@code end} holds on a day; empty if it does not. */
    public static Optional<Certainty> on(LocalDate day, PartialDate start, Optional<PartialDate> end) {
        boolean goesOn = end.isEmpty() || isBefore(day, end.get().earliest(), false);
        boolean mayGoOn = isBefore(day, end.flatMap(PartialDate::latest), true);
        return certainty(hasBegun(day, start) && goesOn, mayHaveBegun(day, start) && mayGoOn);
    }

    static boolean hasBegun(LocalDate day, PartialDate start) {
        return start.latest()
                .filter(latest -> start.uncertain() ? day.isAfter(latest) : !day.isBefore(latest))
                .isPresent();
    }

    static boolean mayHaveBegun(LocalDate day, PartialDate start) {
        return start.earliest().filter(day::isBefore).isEmpty();
    }

    private static boolean isBefore(LocalDate day, Optional<LocalDate> bound, boolean unbounded) {
        return bound.map(day::isBefore).orElse(unbounded);
    }

    static Optional<Certainty> certainty(boolean certain, boolean possible) {
        return certain ? Optional.of(Certainty.CERTAIN) : possible ? Optional.of(Certainty.POSSIBLE) : Optional.empty();
    }
}
