package org.depositary.vocabulary;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The period reading of an EDTF expression: a start point and an end point, the last day included. A single date is both,
 * so {@code 2007-08} is something that began and ended in August 2007. The date of an open side is {@code ..}, that of an
 * unknown one is empty; both are without bounds, but what has an open end certainly goes on.
 */
public record Period(PartialDate start, PartialDate end) {

    /** @throws IllegalArgumentException with a sentence that says what is wrong with the expression */
    public static Period parse(String edtf) {
        if (!EdtfParser.isInterval(edtf)) {
            var date = EdtfParser.date(edtf);
            return new Period(date, date);
        }
        return EdtfParser.interval(edtf);
    }

    /** The expression that parses to this period. */
    public String edtf() {
        return start.equals(end) ? start.edtf() : start.edtf() + "/" + end.edtf();
    }

    /** The point reading: some day within this period. */
    public PartialDate within() {
        return new PartialDate(edtf(), start.earliest(), end.latest(), start.uncertain() || end.uncertain());
    }

    /**
     * How surely this period covers a day; empty if it does not. As {@link Certainty} has it, but the last day belongs to it:
     * certainly in [start.latest, end.earliest], possibly in [start.earliest, end.latest].
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
