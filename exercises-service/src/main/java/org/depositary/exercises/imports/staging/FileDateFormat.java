package org.depositary.exercises.imports.staging;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The format of the dates in a file: a {@code java.time} pattern, such as {@code M/d/yy}. A pattern without a day or
 * month gives a month or a year.
 */
public final class FileDateFormat {

    private static final int MAX_PATTERN_LENGTH = 50;
    private static final int YEARS_OF_TWO_DIGITS = 100;
    /** A run of year letters, or a quoted text, which must stay as it is. */
    private static final Pattern YEAR_OR_QUOTE = Pattern.compile("'[^']*'|[yu]+");

    private final String pattern;
    private final DateTimeFormatter formatter;
    private final Optional<DateTimeFormatter> untilLastYear;
    private final LocalDate today;

    /** @param untilLastYear reads two digits as a year before this one; empty if a pivot says what they mean */
    private FileDateFormat(
            String pattern, DateTimeFormatter formatter, Optional<DateTimeFormatter> untilLastYear, LocalDate today) {
        this.pattern = pattern;
        this.formatter = formatter;
        this.untilLastYear = untilLastYear;
        this.today = today;
    }

    /**
     * @param pivot the last year that two digits can mean. Without it, a date with two digits is never in the future: a day of
     *     this year that has not come is that of a hundred years ago
     * @throws IllegalArgumentException if the pattern is invalid
     */
    public static FileDateFormat of(String pattern, Optional<Integer> pivot) {
        return of(pattern, pivot, LocalDate.now(ZoneOffset.UTC));
    }

    static FileDateFormat of(String pattern, Optional<Integer> pivot, LocalDate today) {
        if (pattern.isBlank() || pattern.length() > MAX_PATTERN_LENGTH) {
            throw new IllegalArgumentException("a pattern has 1 to %d characters".formatted(MAX_PATTERN_LENGTH));
        }
        var untilLastYear = pivot.isEmpty() && hasTwoDigitYear(pattern)
                ? Optional.of(formatter(pattern, today.getYear() - 1))
                : Optional.<DateTimeFormatter>empty();
        return new FileDateFormat(pattern, formatter(pattern, pivot.orElse(today.getYear())), untilLastYear, today);
    }

    private static boolean hasTwoDigitYear(String pattern) {
        return YEAR_OR_QUOTE
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .anyMatch(FileDateFormat::isTwoDigitYear);
    }

    private static boolean isTwoDigitYear(String part) {
        return part.equals("yy") || part.equals("uu");
    }

    private static DateTimeFormatter formatter(String pattern, int lastYear) {
        var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        int end = 0;
        var parts = YEAR_OR_QUOTE.matcher(pattern);
        while (parts.find()) {
            builder.appendPattern(pattern.substring(end, parts.start()));
            append(builder, parts.group(), lastYear);
            end = parts.end();
        }
        builder.appendPattern(pattern.substring(end));
        // Strict, so that 2/30/80 is an error and not the last day of February.
        return builder.toFormatter(Locale.ENGLISH)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static void append(DateTimeFormatterBuilder builder, String part, int lastYear) {
        if (isTwoDigitYear(part)) {
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, lastYear - YEARS_OF_TWO_DIGITS + 1);
        } else {
            // In strict mode, y needs an era, and u does not.
            builder.appendPattern(part.startsWith("'") ? part : part.replace('y', 'u'));
        }
    }

    /** Whether the century of a year is derived from today. A date of this format then is never in the future. */
    boolean endsToday() {
        return untilLastYear.isPresent();
    }

    /** Returns the date as EDTF. Empty if the text does not have this format. */
    Optional<String> edtf(String text) {
        try {
            var date = formatter.parse(text);
            return Optional.of(edtf(
                    endsToday() && firstDay(date).isAfter(today)
                            ? untilLastYear.orElseThrow().parse(text)
                            : date));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static LocalDate firstDay(TemporalAccessor date) {
        if (date.isSupported(ChronoField.EPOCH_DAY)) {
            return LocalDate.from(date);
        }
        return date.isSupported(ChronoField.MONTH_OF_YEAR)
                ? YearMonth.from(date).atDay(1)
                : Year.from(date).atDay(1);
    }

    private static String edtf(TemporalAccessor date) {
        if (date.isSupported(ChronoField.EPOCH_DAY)) {
            return LocalDate.from(date).toString();
        }
        return date.isSupported(ChronoField.MONTH_OF_YEAR)
                ? YearMonth.from(date).toString()
                : Year.from(date).toString();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
