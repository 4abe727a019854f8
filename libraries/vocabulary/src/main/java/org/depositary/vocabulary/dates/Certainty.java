package org.depositary.vocabulary.dates;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How surely a status or fact holds on a day, given a span with imprecise dates. A span includes its start date and
 * excludes its end date. <ul> <li>The span <em>certainly</em> holds in [start.latest, end.earliest). <li>The span
 * <em>possibly</em> holds in [start.earliest, end.latest). </ul> Either interval may be empty. A span without an end
 * has no upper bound. An open side of a date is infinitely far away: a start that is open towards the future has
 * certainly begun on no day; an end that is open towards the past may lie on any day. An uncertain date is never
 * certain within its own bounds, so an uncertain start holds for certain only after its latest day.
 */
public enum Certainty {
    CERTAIN,
    POSSIBLE;

    /** Returns the name used in JSON: {@code certain} or {@code possible}. */
    public String json() {
        return toString();
    }

    @Override
    public String toString() {
        return this == CERTAIN ? "certain" : "possible";
    }

    /** Returns how surely a span from {@code start} to {@code end} holds on a day. Empty if it does not hold. */
    public static Optional<Certainty> onDay(LocalDate day, PartialDate start, Optional<PartialDate> end) {
        boolean goesOn = end.isEmpty() || isBefore(day, end.get().earliest(), false);
        boolean mayGoOn = isBefore(day, end.flatMap(PartialDate::latest), true);
        return of(hasBegun(day, start) && goesOn, mayHaveBegun(day, start) && mayGoOn);
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

    static Optional<Certainty> of(boolean certain, boolean possible) {
        return certain ? Optional.of(CERTAIN) : possible ? Optional.of(POSSIBLE) : Optional.empty();
    }
}
