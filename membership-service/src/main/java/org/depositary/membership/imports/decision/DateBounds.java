package org.depositary.membership.imports.decision;

import java.time.LocalDate;
import org.depositary.vocabulary.PartialDate;

/** Compares the days that two effective dates may stand for. */
final class DateBounds {

    private DateBounds() {}

    /** Whether the one is as precise as the other or more so, and agrees with it. */
    static boolean isWithin(PartialDate inner, PartialDate outer) {
        return !earliest(inner).isBefore(earliest(outer)) && !latest(inner).isAfter(latest(outer));
    }

    /** Whether both may be the same day. */
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
