package org.depositary.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers by which a deprecated operation warns its clients.
 *
 * @param headers {@code Deprecation} and {@code Link}, and {@code Sunset} if the last day is known
 */
public record DeprecationNotice(Map<String, String> headers) {

    /** The first day on which the operation is deprecated. */
    public static final String SINCE = "x-deprecated-since";

    /** The day from which the operation may be gone. */
    public static final String SUNSET = "x-sunset";

    static DeprecationNotice of(JsonNode operation) {
        var headers = new LinkedHashMap<String, String>();
        // A date of structured fields (RFC 9651): seconds since 1970.
        headers.put("Deprecation", "@" + start(operation, SINCE).toEpochSecond(ZoneOffset.UTC));
        if (operation.has(SUNSET)) {
            var sunset = start(operation, SUNSET).atOffset(ZoneOffset.UTC);
            headers.put(
                    "Sunset",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(sunset).replaceFirst(", (\\d) ", ", 0$1 "));
        }
        var page = "/docs#" + operation.path("operationId").asText();
        headers.put("Link", "<%s>; rel=\"deprecation\"; type=\"text/html\"".formatted(page));
        return new DeprecationNotice(headers);
    }

    private static LocalDateTime start(JsonNode operation, String extension) {
        return LocalDate.parse(operation.path(extension).asText()).atStartOfDay();
    }
}
