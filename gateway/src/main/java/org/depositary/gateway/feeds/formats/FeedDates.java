package org.depositary.gateway.feeds.formats;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates of feeds, in the forms of their formats. */
public final class FeedDates {

    /** RFC 822 with a year of four digits, and the form of HTTP headers. */
    private static final DateTimeFormatter HTTP =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private FeedDates() {}

    public static String http(Instant instant) {
        return HTTP.format(instant.atOffset(ZoneOffset.UTC));
    }

    public static String http(OffsetDateTime time) {
        return http(time.toInstant());
    }
}
