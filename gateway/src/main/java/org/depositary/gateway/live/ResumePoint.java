package org.depositary.gateway.live;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;

/** The point in the log after which a client wants to continue. */
sealed interface ResumePoint {

    /** Continue after a cursor. The log may not contain that cursor. */
    record After(Cursor cursor) implements ResumePoint {}

    /** Continue at the first change that was recorded at this instant or later. */
    record From(Instant instant) implements ResumePoint {}

    /** The client sent a text that is not a cursor, so it is unknown which changes the client has missed. */
    record Unknown(String text) implements ResumePoint {}

    Pattern LOOKS_LIKE_INSTANT = Pattern.compile("[+-]?\\d{4,}-.*|.*\\d:\\d.*", Pattern.DOTALL);

    /** @throws Problem if the text looks like an instant but is invalid */
    static ResumePoint parse(String text) {
        var cursor = Cursor.parse(text);
        if (cursor.isPresent()) {
            return new After(cursor.get());
        }
        return LOOKS_LIKE_INSTANT.matcher(text).matches() ? new From(instant(text)) : new Unknown(text);
    }

    /**
     * Accepts any last event id and reports no error, because an EventSource does not reconnect after an error
     * response.
     */
    static ResumePoint lastEventId(String text) {
        return Cursor.parse(text).<ResumePoint>map(After::new).orElseGet(() -> new Unknown(text));
    }

    private static Instant instant(String text) {
        try {
            // An unencoded plus sign in the URL arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException failure) {
            throw InvalidParameterProblem.of(
                    "since", "'%s' is neither an instant, such as 2026-01-31T12:00:00Z, nor a cursor".formatted(text));
        }
    }
}
