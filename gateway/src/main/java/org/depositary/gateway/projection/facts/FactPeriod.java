package org.depositary.gateway.projection.facts;

import java.time.LocalDate;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;

/**
 * The time in which a fact is true.
 *
 * @param start the first day
 * @param end the first day after it; empty while it lasts
 */
public record FactPeriod(PartialDate start, Optional<PartialDate> end) {

    private static final PartialDate UNKNOWN = new PartialDate("", Optional.empty(), Optional.empty(), false);

    /** Reads the period from the fact's own statement. A membership change has the day on which it takes effect. */
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

    /** From the date in one field, if it is known, to the date in the other field. */
    private static FactPeriod between(FactState fact, String from, String to) {
        return new FactPeriod(
                fact.text(from).map(PartialDateCache::of).orElse(UNKNOWN),
                fact.text(to).map(PartialDateCache::of));
    }

    /** The period in the field, including its last day. */
    private static FactPeriod during(FactState fact, String field) {
        var period = fact.text(field).map(Period::parse).orElse(new Period(UNKNOWN, UNKNOWN));
        var end = period.end();
        return new FactPeriod(period.start(), end.edtf().equals("..") ? Optional.empty() : Optional.of(dayAfter(end)));
    }

    /** The day in the field. */
    private static FactPeriod on(FactState fact, String field) {
        var day = fact.text(field).map(PartialDateCache::of).orElse(UNKNOWN);
        return new FactPeriod(day, Optional.of(dayAfter(day)));
    }

    /** An uncertain date may already have ended on its earliest day, so that bound does not move. */
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
