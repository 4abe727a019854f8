package org.depositary.gateway.parked;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.depositary.gateway.web.InvalidParameterProblem;

/** The position of the last item of a page. The next page starts after it. */
record ParkedPageToken(Instant since, String id) {

    static final ParkedPageToken FIRST_PAGE = new ParkedPageToken(Instant.EPOCH, "");

    static ParkedPageToken of(ParkedItem last) {
        return new ParkedPageToken(last.since(), last.id());
    }

    static ParkedPageToken parse(String token) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 2);
            return new ParkedPageToken(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException other) {
            throw InvalidParameterProblem.of(
                    "after", "not a page token of this list. Use next of the previous page unchanged");
        }
    }

    @Override
    public String toString() {
        var text = since + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
