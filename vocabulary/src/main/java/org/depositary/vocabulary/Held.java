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
        var begun = begun(day, start);
        var ended = end.flatMap(date -> ended(day, date));
        return certainty(begun, ended);
    }

    /** The same for a period, whose last day is included. */
    static Optional<Certainty> through(LocalDate day, Period period) {
        var begun = begun(day, period.start());
        var ended =
                period.end().edtf().equals("..") ? Optional.<Certainty>empty() : ended(day.minusDays(1), period.end());
        return certainty(begun, ended);
    }

    private static Optional<Certainty> begun(LocalDate day, PartialDate start) {
        if (start.earliest().filter(day::isBefore).isPresent()) {
            return Optional.empty();
        }
        boolean certain = start.latest()
                .filter(latest -> start.uncertain() ? day.isAfter(latest) : !day.isBefore(latest))
                .isPresent();
        return Optional.of(certain ? Certainty.CERTAIN : Certainty.POSSIBLE);
    }

    private static Optional<Certainty> ended(LocalDate day, PartialDate end) {
        if (end.earliest().filter(day::isBefore).isPresent()) {
            return Optional.empty();
        }
        boolean certain = end.latest().filter(latest -> !day.isBefore(latest)).isPresent();
        return Optional.of(certain ? Certainty.CERTAIN : Certainty.POSSIBLE);
    }

    private static Optional<Certainty> certainty(Optional<Certainty> begun, Optional<Certainty> ended) {
        if (ended.filter(Certainty.CERTAIN::equals).isPresent()) {
            return Optional.empty();
        }
        return ended.isPresent() ? begun.map(any -> Certainty.POSSIBLE) : begun;
    }
}
