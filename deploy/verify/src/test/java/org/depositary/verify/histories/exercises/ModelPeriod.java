package org.depositary.verify.histories.exercises;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.depositary.verify.histories.ModelDate;

/** A period from a start to an end, last day included. A single date is both. */
record ModelPeriod(ModelDate start, ModelDate end) {

    static ModelPeriod of(String edtf) {
        int slash = edtf.indexOf('/');
        return slash < 0
                ? new ModelPeriod(ModelDate.of(edtf), ModelDate.of(edtf))
                : new ModelPeriod(side(edtf.substring(0, slash)), side(edtf.substring(slash + 1)));
    }

    /** An open side ({@code ..}) or an unknown one (nothing) has no bounds. */
    private static ModelDate side(String edtf) {
        return edtf.isEmpty() || edtf.equals("..")
                ? new ModelDate(edtf, LocalDate.MIN, LocalDate.MAX, false)
                : ModelDate.of(edtf);
    }

    String edtf() {
        return start.equals(end) ? start.edtf() : start.edtf() + "/" + end.edtf();
    }

    /** Whether EDTF of level 1 can express it. A decade such as {@code 199X} cannot be one side of an interval. */
    boolean isExpressible() {
        return start.equals(end) || !(start.edtf() + end.edtf()).contains("X");
    }

    boolean goesOn() {
        return end.edtf().equals("..");
    }

    boolean hasKnownEnd() {
        return !end.latest().equals(LocalDate.MAX);
    }

    boolean isPossibleBetween(LocalDate first, LocalDate last) {
        return !start.earliest().isAfter(last) && !end.latest().isBefore(first);
    }

    /** The certainty on a day on which it is possible. */
    String certaintyOn(LocalDate day) {
        boolean isCertain = start.hasBegunOn(day)
                && (goesOn() || (end.uncertain() ? day.isBefore(end.earliest()) : !day.isAfter(end.earliest())));
        return isCertain ? "certain" : "possible";
    }

    /** Whether both sides are one day. */
    boolean isExact() {
        return start.earliest().equals(start.latest()) && end.earliest().equals(end.latest());
    }

    /** The length, if both days are exact. */
    Optional<Long> days() {
        return isExact()
                ? Optional.of(ChronoUnit.DAYS.between(start.earliest(), end.latest()) + 1)
                        .filter(days -> days > 0)
                : Optional.empty();
    }
}
