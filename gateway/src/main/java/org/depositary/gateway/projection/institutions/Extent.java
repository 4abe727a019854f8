package org.depositary.gateway.projection.institutions;

import java.time.LocalDate;
import java.util.Optional;
import org.depositary.gateway.projection.facts.Fact;
import org.depositary.gateway.projection.facts.KnownDates;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Period;

/**
 * When something was so.
 *
 * @param start the first day
 * @param end the first day on which it was so no more; empty while it lasts
 */
record Extent(PartialDate start, Optional<PartialDate> end) {

    private static final PartialDate UNTOLD = new PartialDate("", Optional.empty(), Optional.empty(), false);

    /** From the date in one field, if a source tells it, up to the date in the other. */
    static Extent between(Fact fact, String from, String to) {
        return new Extent(
                fact.text(from).map(KnownDates::of).orElse(UNTOLD),
                fact.text(to).map(KnownDates::of));
    }

    /** During the period in the field, its last day included. */
    static Extent during(Fact fact, String field) {
        var period = fact.text(field).map(Period::parse).orElse(new Period(UNTOLD, UNTOLD));
        var end = period.end();
        return new Extent(period.start(), end.edtf().equals("..") ? Optional.empty() : Optional.of(dayAfter(end)));
    }

    /** An uncertain end was certainly not reached before its earliest day only. */
    private static PartialDate dayAfter(PartialDate last) {
        return new PartialDate(
                last.edtf(),
                last.uncertain() ? last.earliest() : last.earliest().map(Extent::next),
                last.latest().map(Extent::next),
                last.uncertain());
    }

    private static LocalDate next(LocalDate day) {
        return day.plusDays(1);
    }
}
