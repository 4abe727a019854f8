package org.depositary.gateway.live;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;

/**
 * The position where the next page starts, and where the last page ends. The first page fixes that end, because
 * otherwise new changes could prolong the paging for ever.
 *
 * @param recordedFrom the instant in the first request's {@code since}, if it had one
 */
record ChangesPageToken(Cursor after, Cursor end, Optional<Instant> recordedFrom) {

    String text() {
        var parts =
                after + " " + end + " " + recordedFrom.map(Instant::toString).orElse("");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    static ChangesPageToken parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == 3) {
                return new ChangesPageToken(
                        Cursor.parse(parts[0]).orElseThrow(ChangesPageToken::unreadable),
                        Cursor.parse(parts[1]).orElseThrow(ChangesPageToken::unreadable),
                        parts[2].isEmpty() ? Optional.empty() : Optional.of(Instant.parse(parts[2])));
            }
        } catch (IllegalArgumentException | DateTimeException notPageToken) {
            // The statement after this block reports every invalid token in the same way.
        }
        throw unreadable();
    }

    private static Problem unreadable() {
        return InvalidParameterProblem.of("after", "not a page token. Use next of the previous page unchanged");
    }
}
