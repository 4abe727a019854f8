package org.depositary.gateway.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.eventsourcing.http.OpenApiPaths;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.feeds.formats.FeedDocument;
import org.depositary.gateway.feeds.formats.FeedEntry;
import org.depositary.gateway.read.JsonFieldReader;

/** The notices in {@value #FILE}, and the deprecated operations of the OpenAPI document. Fixed while the gateway runs. */
@ApplicationScoped
class InterfaceNotices {

    private static final String FILE = "/notices.json";
    private static final String PATH = "/api/notices.atom";

    private final List<InterfaceNotice> notices;
    private final PublicUrl url;

    InterfaceNotices(OpenApiPaths openApi, ObjectMapper mapper, PublicUrl url) {
        this.url = url;
        this.notices = Stream.concat(
                        written(mapper),
                        openApi.items().entrySet().stream()
                                .flatMap(item -> deprecations(item.getKey(), item.getValue())))
                .sorted(Comparator.comparing(InterfaceNotice::changed)
                        .reversed()
                        .thenComparing(InterfaceNotice::name))
                .toList();
    }

    private static Stream<InterfaceNotice> written(ObjectMapper mapper) {
        try (var file = InterfaceNotices.class.getResourceAsStream(FILE)) {
            return JsonFieldReader.elements(mapper.readTree(file)).map(InterfaceNotice::written);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    static Stream<InterfaceNotice> deprecations(String path, JsonNode item) {
        return item.properties().stream()
                .filter(operation -> operation.getValue().path("deprecated").asBoolean())
                .map(operation -> InterfaceNotice.deprecation(operation.getKey(), path, operation.getValue()));
    }

    FeedDocument document() {
        var entries = notices.stream()
                .map(notice -> notice.entry(url.link(notice.path())))
                .toList();
        var self = url.link(PATH);
        return new FeedDocument(
                EntryIds.ofNotices(),
                "Changes of the interface",
                entries.stream()
                        .map(FeedEntry::updated)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                false,
                new FeedDocument.Links(self, self, Optional.empty(), url.link("/docs"), "text/html"),
                entries,
                List.of());
    }
}
