package org.depositary.gateway.projection.facts;

import java.time.LocalDate;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * The first or the last day of a date range, as text for PostgreSQL. An open end is {@code infinity} or {@code
 * -infinity}.
 */
public record DateBound(String text) {

    public static final DateBound ALWAYS = new DateBound("-infinity");
    public static final DateBound NEVER = new DateBound("infinity");

    public static DateBound earliest(PartialDate date) {
        return date.earliest().map(DateBound::of).orElse(ALWAYS);
    }

    public static DateBound latest(PartialDate date) {
        return date.latest().map(DateBound::of).orElse(NEVER);
    }

    public static DateBound of(LocalDate day) {
        // Formats the year by hand: PostgreSQL has no year 0, writes earlier years with BC, and years of five digits
        // without a sign.
        int year = day.getYear();
        return year > 0 && year <= 9999
                ? new DateBound(day.toString())
                : new DateBound("%04d-%02d-%02d%s"
                        .formatted(
                                year > 0 ? year : 1 - year,
                                day.getMonthValue(),
                                day.getDayOfMonth(),
                                year > 0 ? "" : " BC"));
    }

    @Override
    public String toString() {
        return text;
    }
}
