package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.databind.JsonNode;
import org.depositary.eventsourcing.Problem;

/** Converts event data to the text that is stored. */
final class StoredJson {

    private static final String NUL = "\\u0000";

    private StoredJson() {}

    /**
     * Returns the JSON.
     *
     * @throws Problem if a text contains a NUL character: PostgreSQL stores an escaped one, but then cannot read the
     *     value
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

    /** Whether this backslash begins an escape. It does not if the backslash before it escapes it. */
    private static boolean isEscape(String json, int backslash) {
        int before = 0;
        while (json.charAt(backslash - 1 - before) == '\\') {
            before++;
        }
        return before % 2 == 0;
    }
}
