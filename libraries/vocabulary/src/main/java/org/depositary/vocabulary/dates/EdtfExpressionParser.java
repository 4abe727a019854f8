package org.depositary.vocabulary.dates;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Parses EDTF (ISO 8601-2:2019) level 0 and level 1. One extension: a time may have a fraction, as in RFC 3339. */
final class EdtfExpressionParser {

    private static final int LONGEST = 64;
    private static final String OPEN = "..";

    private static final Pattern TIME =
            Pattern.compile("([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)(Z|[+-][0-9]{2}(?::[0-9]{2})?)?");

    private EdtfExpressionParser() {}

    static boolean isInterval(String edtf) {
        return edtf != null && edtf.indexOf('/') >= 0;
    }

    /**
     * Parses an interval.
     *
     * @throws IllegalArgumentException if neither end is a date, or the end is before the start
     */
    static Period interval(String edtf) {
        checkLength(edtf);
        int slash = edtf.indexOf('/');
        var period = new Period(end(edtf.substring(0, slash)), end(edtf.substring(slash + 1)));
        var earliest = period.start().earliest();
        var latest = period.end().latest();
        if (earliest.isEmpty() && latest.isEmpty()) {
            throw violation(edtf, "an interval has a date on at least one side");
        }
        if (earliest.isPresent() && latest.isPresent() && earliest.get().isAfter(latest.get())) {
            throw violation(edtf, "the interval ends before it starts");
        }
        return period;
    }

    private static PartialDate end(String edtf) {
        if (edtf.isEmpty() || edtf.equals(OPEN)) {
            return PartialDate.boundless(edtf);
        }
        if (edtf.indexOf('X') >= 0) {
            throw violation(edtf, "X inside an interval is EDTF level 2; write the month or the year alone");
        }
        if (edtf.indexOf('T') >= 0) {
            throw violation(edtf, "an interval has no times; write the day alone");
        }
        return date(edtf);
    }

    /** Parses a day, month, season, year or date-time. The day of a date-time is the one that is written. */
    static PartialDate date(String edtf) {
        if (edtf == null || edtf.isEmpty()) {
            throw new IllegalArgumentException("A date is needed.");
        }
        checkLength(edtf);
        int time = edtf.indexOf('T');
        if (time < 0) {
            return EdtfDateParser.parse(edtf);
        }
        var day = EdtfDateParser.parse(edtf.substring(0, time));
        if (day.uncertain() || !day.earliest().equals(day.latest())) {
            throw violation(edtf, "a time needs a full date before it");
        }
        checkTime(edtf, edtf.substring(time + 1));
        return new PartialDate(edtf, day.earliest(), day.latest(), false);
    }

    private static void checkTime(String edtf, String time) {
        var parts = TIME.matcher(time);
        if (!parts.matches()) {
            throw violation(edtf, "a time is written as 10:30:00, 10:30:00Z or 10:30:00+02:00");
        }
        try {
            LocalTime.parse(parts.group(1));
            ZoneOffset.of(parts.group(2) == null ? "Z" : parts.group(2));
        } catch (DateTimeException e) {
            throw violation(edtf, "the time of day or the offset does not exist");
        }
    }

    private static void checkLength(String edtf) {
        if (edtf.length() > LONGEST) {
            throw new IllegalArgumentException("A date can have at most %s characters.".formatted(LONGEST));
        }
    }

    static IllegalArgumentException violation(String edtf, String reason) {
        return new IllegalArgumentException("'%s' is not a date: %s.".formatted(edtf, reason));
    }
}
