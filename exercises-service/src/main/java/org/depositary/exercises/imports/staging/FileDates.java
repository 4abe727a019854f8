package org.depositary.exercises.imports.staging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.exercises.domain.ExerciseStatus;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;

/** Reads the dates of a row, in EDTF or in the declared format. */
final class FileDates {

    /** The end of an exercise that goes on, as in EDTF. */
    private static final String OPEN = "..";

    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}(-[0-9]{2})?");
    private static final Pattern MIDNIGHT =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00(?::00(?:\\.0+)?)?(?:Z|\\+00:?00)?");

    private FileDates() {}

    static boolean isDate(String text, ExerciseFileOptions options) {
        return edtf(text, options).isPresent();
    }

    /** Returns the date as EDTF. Empty if the text is not a date. */
    static Optional<String> edtf(String text, ExerciseFileOptions options) {
        var formatted = options.dateFormat().flatMap(format -> format.edtf(text));
        if (formatted.isPresent()) {
            return formatted;
        }
        return isEdtf(text)
                ? Optional.of(text)
                : Optional.of(withoutZeros(text))
                        .filter(plain -> !plain.equals(text))
                        .filter(FileDates::isEdtf);
    }

    private static boolean isEdtf(String text) {
        try {
            PartialDate.parse(text);
            return true;
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }

    /** Removes months and days of 00, which mean "unknown", and a time of midnight, as spreadsheets and databases write. */
    private static String withoutZeros(String text) {
        var midnight = MIDNIGHT.matcher(text);
        var date = midnight.matches() ? midnight.group(1) : text;
        return ISO_DATE.matcher(date).matches() ? date.replaceFirst("(-00){1,2}$", "") : date;
    }

    /**
     * Returns the period from {@code start} to {@code end}. Without an end, the start is also the end.
     *
     * @throws RowRejection if the row has no date, or one that is not valid
     */
    static Period period(ObjectNode fields, ExerciseFileOptions options) {
        var start = date(fields, "start", options);
        var end = date(fields, "end", options);
        if (start.isEmpty() && end.isEmpty()) {
            throw new RowRejection("start", "is missing");
        }
        if (end.isEmpty() || start.equals(end)) {
            return parse("start", start.orElseThrow());
        }
        try {
            return parse("end", start.orElse("") + "/" + end.get());
        } catch (RowRejection invalid) {
            throw new RowRejection("end", invalid.reason().replaceFirst("\\.$", "") + centuryHint(options));
        }
    }

    /** An end that has not come yet counts as one of a hundred years ago. */
    private static String centuryHint(ExerciseFileOptions options) {
        return options.dateFormat().filter(FileDateFormat::endsToday).isPresent()
                ? ". A date with a two-digit year is not in the future, unless pivot allows it"
                : "";
    }

    private static Optional<String> date(ObjectNode fields, String column, ExerciseFileOptions options) {
        return options.text(fields, column).map(text -> isOpenEnd(column, text) ? text : edtf(column, text, options));
    }

    private static String edtf(String column, String text, ExerciseFileOptions options) {
        return edtf(text, options)
                .orElseThrow(() -> new RowRejection(column, error(text, options) + hint(column, text)));
    }

    private static boolean isOpenEnd(String column, String text) {
        return column.equals("end") && text.equals(OPEN);
    }

    private static String hint(String column, String text) {
        if (text.chars().anyMatch(Character::isDigit) && !text.startsWith("-")) {
            return "";
        }
        return ". If it means \"missing\", declare it: missing=%s%s"
                .formatted(text, column.equals("end") ? ". If the exercise goes on, write .." : "");
    }

    private static String error(String text, ExerciseFileOptions options) {
        return options.dateFormat()
                .map(format -> "'%s' is not a date in EDTF or of the format %s".formatted(text, format))
                .orElseGet(() -> edtfError(text));
    }

    private static String edtfError(String text) {
        try {
            PartialDate.parse(text);
            throw new IllegalStateException("A date: " + text);
        } catch (IllegalArgumentException invalid) {
            // A message about a part of the text, such as the 8 of 8/9/2003, would mislead.
            boolean isAboutAll = invalid.getMessage().contains("'" + text + "'");
            var reason = isAboutAll ? invalid.getMessage() : "'%s' is not a date in EDTF.".formatted(text);
            return reason + " Declare another form with date-format";
        }
    }

    private static Period parse(String column, String edtf) {
        try {
            return Period.parse(edtf);
        } catch (IllegalArgumentException invalid) {
            throw new RowRejection(column, invalid.getMessage());
        }
    }

    /**
     * Returns the status of an exercise whose row states none: scheduled before its first day, running while it certainly
     * goes on, otherwise completed.
     */
    static ExerciseStatus status(Period dates, LocalDate today) {
        if (dates.start().earliest().filter(today::isBefore).isPresent()) {
            return ExerciseStatus.SCHEDULED;
        }
        boolean hasBegun =
                dates.start().latest().filter(day -> !day.isAfter(today)).isPresent();
        boolean goesOn = dates.end()
                .earliest()
                .map(day -> !day.isBefore(today))
                .orElse(dates.end().edtf().equals(".."));
        return hasBegun && goesOn ? ExerciseStatus.RUNNING : ExerciseStatus.COMPLETED;
    }
}
