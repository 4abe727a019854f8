package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.databind.JsonNode;
import org.depositary.eventsourcing.Problem;

/** Converts event data to the JSON text that is stored. */
final class StoredJsonEncoder {

    private static final String NUL = "\\u0000";

    private StoredJsonEncoder() {}

    /**
     * Converts the data to text.
     *
     * @throws Problem if the data contain a NUL character: PostgreSQL stores an escaped one, but cannot read the value
     *     afterwards
     */
    static String of(JsonNode data) {
        var json = data.toString();
        for (int at = json.indexOf(NUL); at >= 0; at = json.indexOf(NUL, at + 1)) {
            if (isEscape(json, at)) {
                throw Problem.invalid("", "A text contains a NUL character");
            }
        }
        return json;
    }

    /** Whether the backslash at this index begins an escape sequence. It does not if another backslash escapes it. */
    private static boolean isEscape(String json, int backslash) {
        int before = 0;
        while (json.charAt(backslash - 1 - before) == '\\') {
            before++;
        }
        return before % 2 == 0;
    }
}
