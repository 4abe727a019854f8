package org.depositary.gateway.projection.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;

/**
 * The period in which a fact is true.
 *
 * @param start the first day
 * @param end the first day on which the fact is no longer true; empty while it is true
 */
public record FactPeriod(PartialDate start, Optional<PartialDate> end) {

    private static final PartialDate UNKNOWN = new PartialDate("", Optional.empty(), Optional.empty(), false);

    /**
     * Reads the period from the fact's statement. The period of a membership change is the day on which it takes
     * effect.
     */
    public static FactPeriod of(FactState fact) {
        return switch (fact.kind()) {
            case "organization" -> between(fact, "founded", "until");
            case "instrument" -> ofInstrument(fact);
            case "organ", "relation", "rule" -> between(fact, "effective", "until");
            case "term" -> between(fact, "from", "to");
            case "participation" -> between(fact, "joined", "left");
            case "meeting", "figure" -> during(fact, "date");
            case "contribution" -> during(fact, "period");
            case "exercise", "exercise-phase" -> during(fact, "dates");
            default -> on(fact, "effective");
        };
    }

    /**
     * The period from the date in one field to the date in another field. An absent first date means an unknown start;
     * an absent second date means that the fact still holds.
     */
    private static FactPeriod between(FactState fact, String from, String to) {
        return new FactPeriod(
                fact.text(from).map(PartialDateCache::of).orElse(UNKNOWN),
                fact.text(to).map(PartialDateCache::of));
    }

    /** The period from the signature, adoption or entry into force of an instrument to its termination. */
    private static FactPeriod ofInstrument(FactState instrument) {
        var dates = instrument.statement().path("dates");
        return new FactPeriod(
                Stream.of("signed", "adopted", "inForce")
                        .flatMap(field -> date(dates, field).stream())
                        .findFirst()
                        .orElse(UNKNOWN),
                date(dates, "terminated"));
    }

    private static Optional<PartialDate> date(JsonNode dates, String field) {
        return Optional.of(dates.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .map(PartialDateCache::of);
    }

    /** The period in this field, including its last day. */
    private static FactPeriod during(FactState fact, String field) {
        var period = fact.text(field).map(Period::parse).orElse(new Period(UNKNOWN, UNKNOWN));
        var end = period.end();
        return new FactPeriod(period.start(), end.edtf().equals("..") ? Optional.empty() : Optional.of(dayAfter(end)));
    }

    private static FactPeriod on(FactState fact, String field) {
        var day = fact.text(field).map(PartialDateCache::of).orElse(UNKNOWN);
        return new FactPeriod(day, Optional.of(dayAfter(day)));
    }

    /**
     * The first day after an inclusive last day. For an uncertain date, only the latest bound moves, because the period
     * may already have ended on the earliest day.
     */
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
