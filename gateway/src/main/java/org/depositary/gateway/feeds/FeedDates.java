package org.depositary.gateway.feeds;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates of feeds, in the forms of their formats. */
final class FeedDates {

    /** RFC 822 with a year of four digits, and the form of HTTP headers. */
    private static final DateTimeFormatter HTTP =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private FeedDates() {}

    /** When the newest change of a page was recorded. It never falls from one page to the next. */
    static Instant updated(FeedPage page) {
        return page.changes().stream()
                .findFirst()
                .map(change -> change.latest().toInstant())
                .orElse(Instant.EPOCH);
    }

    static String http(Instant instant) {
        return HTTP.format(instant.atOffset(ZoneOffset.UTC));
    }

    static String http(OffsetDateTime time) {
        return http(time.toInstant());
    }
}
