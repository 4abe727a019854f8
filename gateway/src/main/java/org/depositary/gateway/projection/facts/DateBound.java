package org.depositary.gateway.projection.facts;

import java.time.LocalDate;
import org.depositary.vocabulary.PartialDate;

/** A bound as a date of PostgreSQL: an open side is infinitely far away. */
public record DateBound(String text) {

    public static final DateBound ALWAYS = new DateBound("-infinity");
    public static final DateBound NEVER = new DateBound("infinity");

    public static DateBound earliest(PartialDate date) {
        return date.earliest().map(DateBound::of).orElse(ALWAYS);
    }

    public static DateBound latest(PartialDate date) {
        return date.latest().map(DateBound::of).orElse(NEVER);
    }

    private static DateBound of(LocalDate day) {
        // PostgreSQL knows no year 0, marks the years before 1 as BC, and puts no sign before those of five digits.
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
