package org.depositary.vocabulary;

import java.time.LocalDate;
import java.util.Optional;
import org.depositary.vocabulary.Held.Certainty;

/**
 * The period reading of an EDTF expression: a start point and an end point, the last day included. A single date is both,
 * so {@code 2007-08} is something that began and ended in August 2007. An open side has the date {@code ..}, an unknown
 * one the empty date; both are without bounds.
 */
public record Period(PartialDate start, PartialDate end) {

    /** @throws IllegalArgumentException with a sentence that says what is wrong with the expression */
    public static Period parse(String edtf) {
        if (!Edtf.isInterval(edtf)) {
            var date = Edtf.date(edtf);
            return new Period(date, date);
        }
        return Edtf.interval(edtf);
    }

    /** The expression that parses to this period. */
    public String edtf() {
        return start.equals(end) ? start.edtf() : start.edtf() + "/" + end.edtf();
    }

    /** The point reading: some day within this period. */
    public PartialDate within() {
        return new PartialDate(edtf(), start.earliest(), end.latest(), start.uncertain() || end.uncertain());
    }

    /** Whether this period covers a day: as {@link Held}, but with the last day included. */
    public Optional<Certainty> on(LocalDate day) {
        return Held.through(day, this);
    }
}
