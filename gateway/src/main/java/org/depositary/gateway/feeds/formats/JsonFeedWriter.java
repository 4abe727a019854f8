package org.depositary.gateway.feeds.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes a feed as JSON Feed 1.1. The address of the archive page before is {@code next_url}. The extension
 * {@code _depositary} of an item has its newest change for programs.
 */
public final class JsonFeedWriter {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String EXTENSION = "_depositary";

    private JsonFeedWriter() {}

    public static byte[] write(FeedDocument feed) {
        var json = MAPPER.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", feed.title())
                .put("description", "Each item is a fact of the register. The newest change is first.")
                .put("home_page_url", feed.links().alternate())
                .put("feed_url", feed.links().self());
        feed.links().previous().ifPresent(page -> json.put("next_url", page));
        json.put("language", "en");
        json.putArray("authors").addObject().put("name", "Depositary");
        json.putObject(EXTENSION)
                .put("id", feed.id())
                .put("archive", feed.isArchive())
                .put("current", feed.links().current())
                .put("updated", feed.updated().toString());
        var items = json.putArray("items");
        feed.entries().forEach(entry -> items.add(item(entry)));
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static ObjectNode item(FeedEntry entry) {
        var item = MAPPER.createObjectNode().put("id", entry.id());
        entry.url().ifPresent(url -> item.put("url", url));
        item.put("title", entry.title())
                .put("content_html", entry.html())
                .put("date_published", entry.published().toString())
                .put("date_modified", entry.updated().toString());
        var tags = item.putArray("tags");
        entry.categories().forEach(tags::add);
        entry.change().ifPresent(change -> item.set(EXTENSION, change));
        return item;
    }
}
