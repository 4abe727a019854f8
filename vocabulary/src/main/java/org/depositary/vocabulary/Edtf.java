package org.depositary.vocabulary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads EDTF, levels 0 and 1 of ISO 8601-2:2019, and says in a sentence what is wrong with what it cannot read. */
final class Edtf {

    private static final int LONGEST = 64;
    private static final int FIRST_YEAR = -4712;
    private static final int LAST_YEAR = 99_999;
    private static final String OUT_OF_RANGE = "years go from -4712 to Y99999";

    private static final Pattern DATE =
            Pattern.compile("(?:(?<year>-?[0-9]{4})(?:-(?<month>[0-9]{2}|XX)(?:-(?<day>[0-9]{2}|XX))?)?"
                    + "|(?<some>-?[0-9]{2}(?:[0-9]X|XX))"
                    + "|Y(?<long>-?[0-9]+))(?<qualifier>[~?%])?");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)(Z|[+-][0-9]{2}(?::[0-9]{2})?)?");

    private Edtf() {}

    static boolean isInterval(String edtf) {
        return edtf != null && edtf.indexOf('/') >= 0;
    }

    /** Both ends; at least one is a date, an end that is {@code ..} is open, and an empty one unknown. */
    static Period interval(String edtf) {
        checkLength(edtf);
        int slash = edtf.indexOf('/');
        var period = new Period(end(edtf.substring(0, slash)), end(edtf.substring(slash + 1)));
        if (!hasBound(period.start()) && !hasBound(period.end())) {
            throw flaw(edtf, "an interval needs a date on at least one side");
        }
        boolean reversed = period.start()
                .earliest()
                .filter(from -> period.end().latest().filter(from::isAfter).isPresent())
                .isPresent();
        if (reversed) {
            throw flaw(edtf, "the interval ends before it starts");
        }
        return period;
    }

    private static PartialDate end(String edtf) {
        if (edtf.isEmpty() || edtf.equals("..")) {
            return new PartialDate(edtf, Optional.empty(), Optional.empty(), false);
        }
        if (edtf.indexOf('X') >= 0) {
            throw flaw(
                    edtf, "unspecified digits inside an interval are EDTF level 2; write the month or the year alone");
        }
        return date(edtf);
    }

    private static boolean hasBound(PartialDate date) {
        return date.earliest().isPresent() || date.latest().isPresent();
    }

    /** A date, month, year, season, or date-time; what is most common is read without regular expressions. */
    static PartialDate date(String edtf) {
        if (edtf == null) {
            throw new IllegalArgumentException("A date is needed.");
        }
        checkLength(edtf);
        int time = edtf.indexOf('T');
        if (time >= 0) {
            checkTime(edtf, edtf.substring(time + 1));
            return day(edtf, edtf.substring(0, time));
        }
        var parts = DATE.matcher(edtf);
        if (!parts.matches()) {
            throw flaw(
                    edtf, "this is not EDTF level 0 or 1, such as 2001-06-15, 2003-08, 1996, 2008~, 199X, 2007/2010");
        }
        return bounds(edtf, parts).named(edtf, parts.group("qualifier") != null);
    }

    private static PartialDate day(String whole, String day) {
        var parts = DATE.matcher(day);
        if (!parts.matches() || parts.group("day") == null || day.length() > 11 || day.indexOf('X') >= 0) {
            throw flaw(whole, "a time needs a full date before it");
        }
        return bounds(whole, parts).named(day, false);
    }

    private static Bounds bounds(String edtf, Matcher parts) {
        if (parts.group("some") != null) {
            return someYear(parts.group("some"));
        }
        if (parts.group("long") != null) {
            int year = longYear(edtf, parts.group("long"));
            return Bounds.year(year, year);
        }
        int year = year(edtf, parts.group("year"));
        var month = parts.group("month");
        var day = parts.group("day");
        if (month == null || month.equals("XX")) {
            if (day != null && !day.equals("XX")) {
                throw flaw(edtf, "a day of an unspecified month is EDTF level 2");
            }
            return Bounds.year(year, year);
        }
        return day == null ? monthOrSeason(edtf, year, number(month)) : inMonth(edtf, year, number(month), day);
    }

    private static Bounds monthOrSeason(String edtf, int year, int month) {
        return month > 20 && month < 25 ? Bounds.season(year, month) : Bounds.month(month(edtf, year, month));
    }

    private static Bounds inMonth(String edtf, int year, int number, String day) {
        var month = month(edtf, year, number);
        if (day.equals("XX")) {
            return Bounds.month(month);
        }
        if (!month.isValidDay(number(day))) {
            throw flaw(
                    edtf,
                    "%s %d has %d days"
                            .formatted(
                                    month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                                    year,
                                    month.lengthOfMonth()));
        }
        return Bounds.day(month.atDay(number(day)));
    }

    private static YearMonth month(String edtf, int year, int month) {
        if (month < 1 || month > 12) {
            throw flaw(edtf, "there is no month %02d".formatted(month));
        }
        return YearMonth.of(year, month);
    }

    private static Bounds someYear(String digits) {
        int low = number(digits.replace('X', '0'));
        int high = number(digits.replace('X', '9'));
        return Bounds.year(Math.min(low, high), Math.max(low, high));
    }

    private static int year(String edtf, String digits) {
        if (digits.equals("-0000")) {
            throw flaw(edtf, "the year 0 has no sign");
        }
        return inRange(edtf, number(digits));
    }

    private static int longYear(String edtf, String digits) {
        if (digits.length() < 5 || digits.matches("-?0.*") || digits.matches("-.{4}")) {
            throw flaw(edtf, "Y is for years of five digits and more");
        }
        if (digits.length() > 9) {
            throw flaw(edtf, OUT_OF_RANGE);
        }
        return inRange(edtf, number(digits));
    }

    private static int inRange(String edtf, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw flaw(edtf, OUT_OF_RANGE);
        }
        return year;
    }

    private static void checkTime(String edtf, String time) {
        var parts = TIME.matcher(time);
        if (!parts.matches()) {
            throw flaw(edtf, "a time is written as 10:30:00, 10:30:00Z or 10:30:00+02:00");
        }
        try {
            LocalTime.parse(parts.group(1));
            if (parts.group(2) != null) {
                ZoneOffset.of(parts.group(2));
            }
        } catch (DateTimeException e) {
            throw flaw(edtf, "there is no such time of day or offset");
        }
    }

    private static void checkLength(String edtf) {
        if (edtf.length() > LONGEST) {
            throw new IllegalArgumentException("A date takes at most %d characters.".formatted(LONGEST));
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    static String written(LocalDate day) {
        return day.getYear() > 9999 ? day.getYear() + "" : day.toString();
    }

    private static IllegalArgumentException flaw(String edtf, String reason) {
        return new IllegalArgumentException("'%s' is not a date here: %s.".formatted(edtf, reason));
    }

    /** The first and the last day that a date can mean. */
    private record Bounds(LocalDate earliest, LocalDate latest) {

        static Bounds day(LocalDate day) {
            return new Bounds(day, day);
        }

        static Bounds month(YearMonth month) {
            return new Bounds(month.atDay(1), month.atEndOfMonth());
        }

        static Bounds year(int first, int last) {
            return new Bounds(Year.of(first).atDay(1), YearMonth.of(last, 12).atEndOfMonth());
        }

        /** 21 to 24: spring begins in March, winter in December. */
        static Bounds season(int year, int season) {
            var month = YearMonth.of(year, (season - 20) * 3);
            return new Bounds(month.atDay(1), month.plusMonths(2).atEndOfMonth());
        }

        PartialDate named(String edtf, boolean uncertain) {
            return new PartialDate(edtf, Optional.of(earliest), Optional.of(latest), uncertain);
        }
    }
}
