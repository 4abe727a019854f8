package org.depositary.gateway.parked;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.depositary.gateway.query.BadQuery;

/** Where a page ended. */
record After(Instant since, String id) {

    static final After NOTHING = new After(Instant.EPOCH, "");

    static After of(ParkedItem last) {
        return new After(last.since(), last.id());
    }

    static After parse(String token) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 2);
            return new After(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException other) {
            throw BadQuery.of("after", "this is no page token of this list");
        }
    }

    @Override
    public String toString() {
        var text = since + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
