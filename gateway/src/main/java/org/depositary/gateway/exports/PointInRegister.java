package org.depositary.gateway.exports;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;

/**
 * What the register knew at some time, as a parameter names it.
 *
 * @param position a cursor
 * @param recorded an instant
 */
public record PointInRegister(Optional<Cursor> position, Optional<Instant> recorded) {

    public static final PointInRegister NEWEST = new PointInRegister(Optional.empty(), Optional.empty());

    /** @throws org.depositary.eventsourcing.Problem if the text is neither a cursor nor an instant */
    public static PointInRegister parse(String parameter, String text) {
        var cursor = Cursor.parse(text);
        return cursor.isPresent()
                ? new PointInRegister(cursor, Optional.empty())
                : new PointInRegister(Optional.empty(), Optional.of(instant(parameter, text)));
    }

    private static Instant instant(String parameter, String text) {
        try {
            // An unencoded plus sign in the URL arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw InvalidParameterProblem.of(
                    parameter,
                    "'%s' is neither an instant, such as 2026-01-31T12:00:00Z, nor a cursor".formatted(text));
        }
    }

    /** The point as text. Without an instant it is the cursor that was read. */
    String text(Cursor read) {
        return recorded.map(Instant::toString).orElseGet(read::toString);
    }
}
