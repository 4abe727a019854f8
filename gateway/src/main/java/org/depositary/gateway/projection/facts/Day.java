package org.depositary.gateway.projection.facts;

import java.time.LocalDate;
import org.depositary.vocabulary.PartialDate;

/** A bound as a date of PostgreSQL: an open side is infinitely far away. */
public record Day(String text) {

    public static final Day ALWAYS = new Day("-infinity");
    public static final Day NEVER = new Day("infinity");

    public static Day earliest(PartialDate date) {
        return date.earliest().map(Day::of).orElse(ALWAYS);
    }

    public static Day latest(PartialDate date) {
        return date.latest().map(Day::of).orElse(NEVER);
    }

    private static Day of(LocalDate day) {
        // PostgreSQL knows no year 0, marks the years before 1 as BC, and puts no sign before those of five digits.
        int year = day.getYear();
        return year > 0 && year <= 9999
                ? new Day(day.toString())
                : new Day("%04d-%02d-%02d%s"
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
