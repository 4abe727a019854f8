package org.depositary.vocabulary.dates;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses one EDTF date: {@code 2001-06-15}, {@code 2003-08}, {@code 2003-21}, {@code 1996?}, {@code 199X}, … */
final class EdtfDateParser {

    /** The first year that a PostgreSQL date can have. Earlier dates are rejected because they could not be stored. */
    private static final int FIRST_YEAR = -4712;

    private static final int LAST_YEAR = 99_999;

    private static final Pattern POINT =
            Pattern.compile("(?:(?<year>-?[0-9]{4})(?:-(?<month>[0-9]{2}|XX)(?:-(?<day>[0-9]{2}|XX))?)?"
                    + "|(?<someYear>[0-9]{2}(?:[0-9]X|XX))"
                    + "|Y(?<longYear>-?[0-9]+))"
                    + "(?<qualifier>[~?%])?");
    private static final Pattern LONG_YEAR = Pattern.compile("-?[1-9][0-9]{4,7}");
    private static final Pattern LEVEL_2 = Pattern.compile("[-0-9XYES~?%,.\\[\\]{}]+");

    private final String edtf;
    private final Matcher parts;

    private EdtfDateParser(String edtf) {
        this.edtf = edtf;
        this.parts = POINT.matcher(edtf);
    }

    static PartialDate parse(String edtf) {
        return isPlainDay(edtf) ? plainDay(edtf) : new EdtfDateParser(edtf).date();
    }

    /**
     * Whether the text is YYYY-MM-DD with a day from 1 to 28. Nearly all dates have this form, so they skip the
     * slower regular expression.
     */
    private static boolean isPlainDay(String edtf) {
        if (edtf.length() != 10 || edtf.charAt(4) != '-' || edtf.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (i != 4 && i != 7 && (edtf.charAt(i) < '0' || edtf.charAt(i) > '9')) {
                return false;
            }
        }
        int month = digits(edtf, 5, 7);
        int day = digits(edtf, 8, 10);
        return month >= 1 && month <= 12 && day >= 1 && day <= 28;
    }

    private static PartialDate plainDay(String edtf) {
        var day = LocalDate.of(digits(edtf, 0, 4), digits(edtf, 5, 7), digits(edtf, 8, 10));
        return PartialDate.between(edtf, day, day, false);
    }

    private static int digits(String edtf, int from, int to) {
        return Integer.parseInt(edtf, from, to, 10);
    }

    private PartialDate date() {
        if (!parts.matches()) {
            throw EdtfExpressionParser.violation(
                    edtf,
                    LEVEL_2.matcher(edtf).matches()
                            ? "this is no form of EDTF levels 0 and 1"
                            : "write EDTF, such as 2001-06-15, 2003-08, 1996, 2008~, 199X, 2007/2010");
        }
        if (parts.group("year") != null) {
            return inYear(year(), parts.group("month"), parts.group("day"));
        }
        var someYear = parts.group("someYear");
        return someYear != null
                ? years(number(someYear.replace('X', '0')), number(someYear.replace('X', '9')))
                : years(longYear(), longYear());
    }

    private PartialDate inYear(int year, String month, String day) {
        if (month == null) {
            return years(year, year);
        }
        if (month.equals("XX")) {
            if (day != null && !day.equals("XX")) {
                throw EdtfExpressionParser.violation(edtf, "a day of an unspecified month is EDTF level 2");
            }
            return years(year, year);
        }
        if (day == null) {
            return monthOrSeason(year, number(month));
        }
        var inMonth = month(year, number(month));
        return day.equals("XX") ? months(inMonth, inMonth) : day(inMonth, number(day));
    }

    private PartialDate monthOrSeason(int year, int number) {
        if (number < 21 || number > 24) {
            return months(month(year, number), month(year, number));
        }
        var first = YearMonth.of(year, 3 * (number - 20));
        return months(first, first.plusMonths(2));
    }

    private PartialDate day(YearMonth month, int day) {
        if (!month.isValidDay(day)) {
            throw EdtfExpressionParser.violation(
                    edtf,
                    "%s %s has %s days"
                            .formatted(
                                    month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                                    month.getYear(),
                                    month.lengthOfMonth()));
        }
        return between(month.atDay(day), month.atDay(day));
    }

    private PartialDate years(int first, int last) {
        return months(YearMonth.of(first, 1), YearMonth.of(last, 12));
    }

    private PartialDate months(YearMonth first, YearMonth last) {
        return between(first.atDay(1), last.atEndOfMonth());
    }

    private PartialDate between(LocalDate earliest, LocalDate latest) {
        return PartialDate.between(edtf, earliest, latest, parts.group("qualifier") != null);
    }

    private YearMonth month(int year, int number) {
        if (number < 1 || number > 12) {
            throw EdtfExpressionParser.violation(edtf, "the month does not exist: " + parts.group("month"));
        }
        return YearMonth.of(year, number);
    }

    private int year() {
        if (parts.group("year").equals("-0000")) {
            throw EdtfExpressionParser.violation(edtf, "the year 0000 has no sign");
        }
        return inRange(number(parts.group("year")));
    }

    private int longYear() {
        var digits = parts.group("longYear");
        if (!LONG_YEAR.matcher(digits).matches()) {
            throw EdtfExpressionParser.violation(edtf, "Y is for years of five digits, up to Y99999");
        }
        return inRange(number(digits));
    }

    private int inRange(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw EdtfExpressionParser.violation(edtf, "years must be from %s to Y%s".formatted(FIRST_YEAR, LAST_YEAR));
        }
        return year;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
