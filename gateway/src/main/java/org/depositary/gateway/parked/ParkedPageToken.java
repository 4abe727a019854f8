package org.depositary.gateway.parked;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;

/** The position of the last item of a page. The next page starts after it. */
record ParkedPageToken(Instant since, String topicId, int partition, long offset, String id) {

    static final ParkedPageToken FIRST_PAGE = new ParkedPageToken(Instant.EPOCH, "", 0, 0, "");

    static ParkedPageToken of(ParkedItem last) {
        return new ParkedPageToken(last.since(), last.topicId(), last.partition(), last.offset(), last.id());
    }

    static ParkedPageToken parse(String token) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 5);
            return new ParkedPageToken(
                    Instant.parse(parts[0]), parts[1], Integer.parseInt(parts[2]), Long.parseLong(parts[3]), parts[4]);
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException other) {
            throw InvalidParameterProblem.of(
                    "after", "not a page token of this list. Use next of the previous page unchanged");
        }
    }

    @Override
    public String toString() {
        var text = "%s %s %d %d %s".formatted(since, topicId, partition, offset, id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
