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

    private FileDateFormat(String pattern, DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.formatter = formatter;
    }

    /**
     * @param pivot the last year that two digits can mean; without it, this year, so that no date is in the future
     * @throws IllegalArgumentException if the pattern is invalid
     */
    public static FileDateFormat of(String pattern, Optional<Integer> pivot) {
        if (pattern.isBlank() || pattern.length() > MAX_PATTERN_LENGTH) {
            throw new IllegalArgumentException("a pattern has 1 to %d characters".formatted(MAX_PATTERN_LENGTH));
        }
        int lastYear = pivot.orElseGet(() -> Year.now(ZoneOffset.UTC).getValue());
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
        var formatter = builder.toFormatter(Locale.ENGLISH)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
        return new FileDateFormat(pattern, formatter);
    }

    private static void append(DateTimeFormatterBuilder builder, String part, int lastYear) {
        if (part.equals("yy") || part.equals("uu")) {
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, lastYear - YEARS_OF_TWO_DIGITS + 1);
        } else {
            // In strict mode, y needs an era, and u does not.
            builder.appendPattern(part.startsWith("'") ? part : part.replace('y', 'u'));
        }
    }

    /** Returns the date as EDTF. Empty if the text does not have this format. */
    Optional<String> edtf(String text) {
        try {
            return Optional.of(edtf(formatter.parse(text)));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
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
