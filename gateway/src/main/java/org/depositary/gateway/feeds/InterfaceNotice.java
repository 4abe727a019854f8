package org.depositary.gateway.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.depositary.gateway.feeds.formats.FeedEntry;
import org.depositary.gateway.feeds.text.EntryContent;
import org.depositary.gateway.route.DeprecationNotice;

/**
 * A notice about a change of the interface.
 *
 * @param name never changes; it is part of the id of the entry
 * @param changed when the text was last changed
 * @param path the URL path of the page that explains the change
 */
record InterfaceNotice(String name, LocalDate published, LocalDate changed, String title, String text, String path) {

    static InterfaceNotice written(JsonNode json) {
        var published = LocalDate.parse(json.path("published").asText());
        return new InterfaceNotice(
                json.path("name").asText(),
                published,
                json.hasNonNull("changed")
                        ? LocalDate.parse(json.path("changed").asText())
                        : published,
                json.path("title").asText(),
                json.path("text").asText(),
                json.path("link").asText());
    }

    /** The notice about an operation that the OpenAPI document calls deprecated. */
    static InterfaceNotice deprecation(String method, String path, JsonNode operation) {
        var since = LocalDate.parse(operation.path(DeprecationNotice.SINCE).asText());
        var called = "%s %s".formatted(method.toUpperCase(Locale.ROOT), path);
        var end = operation.hasNonNull(DeprecationNotice.SUNSET)
                ? " It may be gone from %s on."
                        .formatted(operation.path(DeprecationNotice.SUNSET).asText())
                : "";
        var id = operation.path("operationId").asText();
        return new InterfaceNotice(
                "deprecation/" + id,
                since,
                since,
                "Deprecated: " + called,
                "Do not use %s in new programs (%s).%s"
                        .formatted(called, operation.path("summary").asText(), end),
                "/docs#" + id);
    }

    FeedEntry entry(String url) {
        return new FeedEntry(
                EntryIds.ofNotice(name),
                title,
                start(published),
                start(changed),
                Optional.of(url),
                List.of(),
                List.of(),
                List.of(name.startsWith("deprecation/") ? "deprecation" : "notice"),
                EntryContent.paragraph(text),
                Optional.empty());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
