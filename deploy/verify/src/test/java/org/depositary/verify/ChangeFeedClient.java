package org.depositary.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** Reads the change log from the gateway, in pages and streams. */
record ChangeFeedClient(OriginClient client) {

    static final String FROM_THE_START = "since=1970-01-01T00:00:00Z";

    /** All pages from the start, one after the other. */
    EventLedger paged() {
        return new EventLedger(
                "pages of /api/changes",
                all().stream().map(ChangeFeedClient::entry).toList());
    }

    List<JsonNode> all() {
        return items(pages(FROM_THE_START));
    }

    /** Everything after a cursor. */
    List<JsonNode> since(String cursor) {
        return items(pages("since=" + cursor));
    }

    /** The cursor at the present end. */
    String end() {
        return end(pages(FROM_THE_START));
    }

    private static String end(List<GatewayAnswer> pages) {
        return pages.getLast().body().path("cursor").asText();
    }

    private static List<JsonNode> items(List<GatewayAnswer> pages) {
        return pages.stream().flatMap(page -> page.items().stream()).toList();
    }

    /** Reads all changes. Later calls read only new ones. */
    Following follow() {
        return new Following(this);
    }

    static final class Following {

        private final ChangeFeedClient changes;
        private final List<ObservedEvent> entries = new ArrayList<>();
        private String start = FROM_THE_START;
        private long places;

        private Following(ChangeFeedClient changes) {
            this.changes = changes;
        }

        /** Reads new changes. Returns the number of all changes. */
        int more() {
            var pages = changes.pages(start);
            start = "since=" + end(pages);
            var items = items(pages);
            items.stream().map(ChangeFeedClient::entry).forEach(entries::add);
            if (!items.isEmpty()) {
                var cursor = items.getLast().path("cursor").asText();
                places = Long.parseLong(cursor.substring(cursor.lastIndexOf('.') + 1));
            }
            return entries.size();
        }

        /** The position in the log of the last change. */
        long places() {
            return places;
        }

        EventLedger ledger() {
            return new EventLedger("pages of /api/changes", List.copyOf(entries));
        }
    }

    private List<GatewayAnswer> pages(String start) {
        var pages = new ArrayList<GatewayAnswer>();
        var page = client.get("/api/changes?limit=1000&" + start).expect(200);
        pages.add(page);
        while (page.body().hasNonNull("next")) {
            var next = URLEncoder.encode(page.body().path("next").asText(), UTF_8);
            page = client.get("/api/changes?limit=1000&after=" + next).expect(200);
            pages.add(page);
        }
        return pages;
    }

    static EventLedger streamed(EventSourceClient subscriber) {
        return new EventLedger(
                "what the subscriber saw",
                subscriber.named("change").stream()
                        .map(event -> entry(event.json()))
                        .toList());
    }

    URI stream(String query) {
        return client.origin().resolve("/api/changes/stream?" + query);
    }

    static ObservedEvent entry(JsonNode event) {
        return new ObservedEvent(
                event.path("subject").asText(),
                event.path("sequence").asLong(),
                event.path("id").asText(),
                event.path("data").path("id").asText());
    }
}
