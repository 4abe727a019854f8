package org.depositary.gateway.projection.facts;

import java.time.LocalDate;
import java.util.Optional;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Period;

/**
 * When something was so.
 *
 * @param start the first day
 * @param end the first day on which it was so no more; empty while it lasts
 */
public record FactPeriod(PartialDate start, Optional<PartialDate> end) {

    private static final PartialDate UNTOLD = new PartialDate("", Optional.empty(), Optional.empty(), false);

    /** Of what the fact states, looked at alone. A change is so on the day on which it takes effect. */
    public static FactPeriod of(FactState fact) {
        return switch (fact.kind()) {
            case "organization" -> between(fact, "founded", "until");
            case "organ", "relation", "rule" -> between(fact, "effective", "until");
            case "term" -> between(fact, "from", "to");
            case "meeting", "figure" -> during(fact, "date");
            case "contribution" -> during(fact, "period");
            case "exercise" -> during(fact, "dates");
            default -> on(fact, "effective");
        };
    }

    /** From the date in one field, if a source tells it, up to the date in the other. */
    private static FactPeriod between(FactState fact, String from, String to) {
        return new FactPeriod(
                fact.text(from).map(DateCache::of).orElse(UNTOLD), fact.text(to).map(DateCache::of));
    }

    /** During the period in the field, its last day included. */
    private static FactPeriod during(FactState fact, String field) {
        var period = fact.text(field).map(Period::parse).orElse(new Period(UNTOLD, UNTOLD));
        var end = period.end();
        return new FactPeriod(period.start(), end.edtf().equals("..") ? Optional.empty() : Optional.of(dayAfter(end)));
    }

    /** On the day in the field. */
    private static FactPeriod on(FactState fact, String field) {
        var day = fact.text(field).map(DateCache::of).orElse(UNTOLD);
        return new FactPeriod(day, Optional.of(dayAfter(day)));
    }

    /** An uncertain end was certainly not reached before its earliest day only. */
    private static PartialDate dayAfter(PartialDate last) {
        return new PartialDate(
                last.edtf(),
                last.uncertain() ? last.earliest() : last.earliest().map(FactPeriod::next),
                last.latest().map(FactPeriod::next),
                last.uncertain());
    }

    private static LocalDate next(LocalDate day) {
        return day.plusDays(1);
    }
}
