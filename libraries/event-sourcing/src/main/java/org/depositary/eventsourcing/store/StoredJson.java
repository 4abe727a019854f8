package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.databind.JsonNode;
import org.depositary.eventsourcing.Problem;

/** The text of an event's data, as it is stored. */
final class StoredJson {

    private static final String NUL = "\\u0000";

    private StoredJson() {}

    /**
     * The value as JSON.
     *
     * @throws Problem when it holds a NUL character: PostgreSQL keeps an escaped one, but neither it nor others can read
     *     the value then
     */
    static String of(JsonNode data) {
        var json = data.toString();
        for (int at = json.indexOf(NUL); at >= 0; at = json.indexOf(NUL, at + 1)) {
            if (isEscape(json, at)) {
                throw Problem.invalid("", "A text holds a NUL character");
            }
        }
        return json;
    }

    /** A backslash after an odd number of others is itself what they escape. */
    private static boolean isEscape(String json, int backslash) {
        int before = 0;
        while (json.charAt(backslash - 1 - before) == '\\') {
            before++;
        }
        return before % 2 == 0;
    }
}
