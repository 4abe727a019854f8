package org.depositary.vocabulary.dates;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * An effective date, as precise as in its source: EDTF (ISO 8601-2:2019) level 0 or 1. It stands for one day between
 * {@code earliest} and {@code latest}, both inclusive; an interval also means "some day within". A bound is empty if
 * that side is open ({@code ..}) or unknown (nothing). {@code ~}, {@code ?} and {@code %} keep the bounds and make the
 * date {@code uncertain}. Seasons are the meteorological ones of the northern hemisphere; winter is December to
 * February of the next year.
 *
 * <p>A date-time keeps its time in {@code edtf} and stands for the day that is written, at the place that it was
 * written for. Its offset does not move that day, although the day may be another one in UTC.
 *
 * @param edtf the given expression; only an interval with equal ends is reduced to that date
 */
public record PartialDate(String edtf, Optional<LocalDate> earliest, Optional<LocalDate> latest, boolean uncertain) {

    /**
     * Orders by earliest bound (open first), then by latest bound (open last). Changes apply to a timeline in this
     * order.
     */
    public static final Comparator<PartialDate> IN_TIME = Comparator.comparing(
                    (PartialDate date) -> date.earliest.orElse(LocalDate.MIN))
            .thenComparing(date -> date.latest.orElse(LocalDate.MAX));

    public PartialDate {
        Objects.requireNonNull(edtf);
        Objects.requireNonNull(earliest);
        Objects.requireNonNull(latest);
    }

    /**
     * Parses an EDTF expression.
     *
     * @throws IllegalArgumentException if the expression is invalid; the message explains the error
     */
    public static PartialDate parse(String edtf) {
        return EdtfExpressionParser.isInterval(edtf) ? Period.parse(edtf).asPoint() : EdtfExpressionParser.date(edtf);
    }

    /**
     * Returns a date that is exactly this day. After the year 9999 its expression follows ISO 8601, because EDTF
     * cannot express such days.
     */
    public static PartialDate of(LocalDate day) {
        return between(day.toString(), day, day, false);
    }

    static PartialDate between(String edtf, LocalDate earliest, LocalDate latest, boolean uncertain) {
        return new PartialDate(edtf, Optional.of(earliest), Optional.of(latest), uncertain);
    }

    /** Returns a date without bounds, for the open or unknown side of an interval. */
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
