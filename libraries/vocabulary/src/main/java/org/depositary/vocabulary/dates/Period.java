package org.depositary.vocabulary.dates;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An EDTF expression read as a period from a start date to an end date, last day included. A single date is both
 * start and end: the period {@code 2007-08} began and ended in August 2007. The date of an open side is {@code ..},
 * that of an unknown side is empty. Both have no bounds, but a period with an open end certainly goes on.
 */
public record Period(PartialDate start, PartialDate end) {

    /**
     * Parses an EDTF expression.
     *
     * @throws IllegalArgumentException if the expression is invalid; the message explains the error
     */
    public static Period parse(String edtf) {
        if (!EdtfExpressionParser.isInterval(edtf)) {
            var date = EdtfExpressionParser.date(edtf);
            return new Period(date, date);
        }
        return EdtfExpressionParser.interval(edtf);
    }

    public String edtf() {
        return start.equals(end) ? start.edtf() : start.edtf() + "/" + end.edtf();
    }

    /** Reads the same expression as a date: one unknown day within the period. */
    public PartialDate asPoint() {
        return new PartialDate(edtf(), start.earliest(), end.latest(), start.uncertain() || end.uncertain());
    }

    /**
     * Returns how surely this period covers a day. Empty if it does not cover the day. Unlike in {@link
     * Certainty#onDay}, the last day is included: certainly in [start.latest, end.earliest], possibly in
     * [start.earliest, end.latest].
     */
    public Optional<Certainty> on(LocalDate day) {
        boolean mayGoOn = end.latest().filter(day::isAfter).isEmpty();
        return Certainty.of(
                Certainty.hasBegun(day, start) && goesOn(day), Certainty.mayHaveBegun(day, start) && mayGoOn);
    }

    private boolean goesOn(LocalDate day) {
        return end.isOpen()
                || end.earliest()
                        .filter(earliest -> end.uncertain() ? day.isBefore(earliest) : !day.isAfter(earliest))
                        .isPresent();
    }
}
