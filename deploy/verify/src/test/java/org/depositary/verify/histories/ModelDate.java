package org.depositary.verify.histories;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * An imprecise date: a day from {@code earliest} to {@code latest}. An open side is the first or last day of {@code
 * LocalDate}.
 */
public record ModelDate(String edtf, LocalDate earliest, LocalDate latest, boolean uncertain)
        implements Comparable<ModelDate> {

    public static ModelDate of(String edtf) {
        int slash = edtf.indexOf('/');
        if (slash < 0) {
            return point(edtf);
        }
        var start = edtf.substring(0, slash);
        var end = edtf.substring(slash + 1);
        return new ModelDate(
                edtf,
                isOpen(start) ? LocalDate.MIN : point(start).earliest,
                isOpen(end) ? LocalDate.MAX : point(end).latest,
                isUncertain(start) || isUncertain(end));
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static boolean isUncertain(String point) {
        return point.matches(".*[~?%]");
    }

    private static ModelDate point(String edtf) {
        var plain = isUncertain(edtf) ? edtf.substring(0, edtf.length() - 1) : edtf;
        return new ModelDate(edtf, first(plain), last(plain), isUncertain(edtf));
    }

    private static LocalDate first(String plain) {
        return switch (plain.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(plain.replace('X', '0')), 1, 1);
            case 7 -> YearMonth.parse(plain).atDay(1);
            default -> LocalDate.parse(plain);
        };
    }

    private static LocalDate last(String plain) {
        return switch (plain.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(plain.replace('X', '9')), 12, 31);
            case 7 -> YearMonth.parse(plain).atEndOfMonth();
            default -> LocalDate.parse(plain);
        };
    }

    /** Orders by the earliest day, then by the latest. */
    @Override
    public int compareTo(ModelDate other) {
        int byStart = earliest.compareTo(other.earliest);
        return byStart != 0 ? byStart : latest.compareTo(other.latest);
    }

    /**
     * Whether a span with this start has certainly begun. An uncertain date is never certain within its own bounds.
     */
    public boolean hasBegunOn(LocalDate day) {
        return uncertain ? day.isAfter(latest) : !day.isBefore(latest);
    }
}
