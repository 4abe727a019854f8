package org.depositary.gateway.live;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.web.InvalidParameter;

/** From where a client wants to go on. */
sealed interface ResumePoint {

    /** After a place of the log, which it may or may not know. */
    record After(Cursor cursor) implements ResumePoint {}

    /** With what was recorded at an instant or later. */
    record From(Instant instant) implements ResumePoint {}

    /** After something that is no cursor of any register. */
    record Unknown(String text) implements ResumePoint {}

    Pattern LIKE_AN_INSTANT = Pattern.compile("[+-]?\\d{4,}-.*|.*\\d:\\d.*", Pattern.DOTALL);

    /** @throws Problem for what looks like an instant and is none */
    static ResumePoint parse(String text) {
        var cursor = Cursor.parse(text);
        if (cursor.isPresent()) {
            return new After(cursor.get());
        }
        return LIKE_AN_INSTANT.matcher(text).matches() ? new From(instant(text)) : new Unknown(text);
    }

    /** The last id of an EventSource, whatever it is: a refusal would end its coming back. */
    static ResumePoint lastEventId(String text) {
        return Cursor.parse(text).<ResumePoint>map(After::new).orElseGet(() -> new Unknown(text));
    }

    private static Instant instant(String text) {
        try {
            // A plus sign that was not encoded arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException failure) {
            throw InvalidParameter.of(
                    "since", "'%s' is neither an instant such as 2026-01-31T12:00:00Z nor a cursor".formatted(text));
        }
    }
}
