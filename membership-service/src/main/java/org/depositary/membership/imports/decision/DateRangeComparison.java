package org.depositary.membership.imports.decision;

import java.time.LocalDate;
import org.depositary.vocabulary.dates.PartialDate;

/** Compares the ranges of days that two partial dates can mean. */
final class DateRangeComparison {

    private DateRangeComparison() {}

    /** Whether {@code outer} can mean every day that {@code inner} can mean. */
    static boolean isWithin(PartialDate inner, PartialDate outer) {
        return !earliest(inner).isBefore(earliest(outer)) && !latest(inner).isAfter(latest(outer));
    }

    /** Whether both dates can mean the same day. */
    static boolean overlap(PartialDate one, PartialDate other) {
        return !earliest(one).isAfter(latest(other)) && !latest(one).isBefore(earliest(other));
    }

    private static LocalDate earliest(PartialDate date) {
        return date.earliest().orElse(LocalDate.MIN);
    }

    private static LocalDate latest(PartialDate date) {
        return date.latest().orElse(LocalDate.MAX);
    }
}
