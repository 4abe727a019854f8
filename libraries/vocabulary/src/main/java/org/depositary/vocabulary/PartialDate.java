package org.depositary.vocabulary;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * An effective date, as precise as its source has it: EDTF (ISO 8601-2:2019) level 0 or 1. It stands for one day, some
 * day from {@code earliest} to {@code latest}, both inclusive; an interval too means "some day within". A bound is empty
 * where the date is open ({@code ..}) or unknown (nothing) on that side. {@code ~}, {@code ?} and {@code %} keep the
 * bounds and make the date {@code uncertain}. Seasons are the meteorological ones of the northern hemisphere, winter
 * being December to February of the next year.
 *
 * @param edtf the expression as it was given; but a date-time is reduced to the day it names, and an interval between
 *     equal ends to that date
 */
public record PartialDate(String edtf, Optional<LocalDate> earliest, Optional<LocalDate> latest, boolean uncertain) {

    /** By earliest bound (open first), then by latest (open last): the order in which changes apply to a timeline. */
    public static final Comparator<PartialDate> IN_TIME = Comparator.comparing(
                    (PartialDate date) -> date.earliest.orElse(LocalDate.MIN))
            .thenComparing(date -> date.latest.orElse(LocalDate.MAX));

    public PartialDate {
        Objects.requireNonNull(edtf);
        Objects.requireNonNull(earliest);
        Objects.requireNonNull(latest);
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong with the expression */
    public static PartialDate parse(String edtf) {
        return EdtfParser.isInterval(edtf) ? Period.parse(edtf).within() : EdtfParser.date(edtf);
    }

    /** That very day. Beyond the year 9999 EDTF has no days; there the expression is that of ISO 8601. */
    public static PartialDate of(LocalDate day) {
        return between(day.toString(), day, day, false);
    }

    static PartialDate between(String edtf, LocalDate earliest, LocalDate latest, boolean uncertain) {
        return new PartialDate(edtf, Optional.of(earliest), Optional.of(latest), uncertain);
    }

    /** The open or unknown end of an interval. */
    static PartialDate boundless(String edtf) {
        return new PartialDate(edtf, Optional.empty(), Optional.empty(), false);
    }

    boolean isOpen() {
        return edtf.equals("..");
    }

    @Override
    public String toString() {
        return edtf;
    }
}
