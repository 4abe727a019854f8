package org.depositary.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** What the gateway tells of changes, on pages and in streams. */
record Changes(Client client) {

    static final String FROM_THE_START = "since=1970-01-01T00:00:00Z";

    /** All pages from the start, one after the other. */
    Ledger paged() {
        return new Ledger(
                "pages of /api/changes", all().stream().map(Changes::entry).toList());
    }

    List<JsonNode> all() {
        return pages().stream().flatMap(page -> page.items().stream()).toList();
    }

    /** The cursor at the end of everything told so far. */
    String end() {
        return pages().getLast().body().path("cursor").asText();
    }

    private List<Answer> pages() {
        var pages = new ArrayList<Answer>();
        var page = client.get("/api/changes?limit=1000&" + FROM_THE_START).expect(200);
        pages.add(page);
        while (page.body().hasNonNull("next")) {
            var next = URLEncoder.encode(page.body().path("next").asText(), UTF_8);
            page = client.get("/api/changes?limit=1000&after=" + next).expect(200);
            pages.add(page);
        }
        return pages;
    }

    static Ledger streamed(Subscriber subscriber) {
        return new Ledger(
                "what the subscriber saw",
                subscriber.named("change").stream()
                        .map(event -> entry(event.json()))
                        .toList());
    }

    URI stream(String query) {
        return client.origin().resolve("/api/changes/stream?" + query);
    }

    private static Entry entry(JsonNode event) {
        return new Entry(
                event.path("subject").asText(),
                event.path("sequence").asLong(),
                event.path("id").asText(),
                event.path("data").path("id").asText());
    }
}
