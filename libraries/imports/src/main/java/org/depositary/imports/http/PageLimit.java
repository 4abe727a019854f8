package org.depositary.imports.http;

import java.util.Optional;
import org.depositary.eventsourcing.Problem;

/** Parses the query parameter {@code limit}: the maximum number of items of a page. */
final class PageLimit {

    private static final int DEFAULT = 50;
    private static final int MAX = 1_000;

    private PageLimit() {}

    /** @throws Problem 400 if it is not a number from 1 to 1,000 */
    static int parse(Optional<String> given) {
        return given.map(PageLimit::parse).orElse(DEFAULT);
    }

    private static int parse(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX) {
                return limit;
            }
        } catch (NumberFormatException invalid) {
            // An invalid value is reported below.
        }
        throw ImportRequest.badQuery("limit", "'%s' is not a number from 1 to %d".formatted(text, MAX));
    }
}
