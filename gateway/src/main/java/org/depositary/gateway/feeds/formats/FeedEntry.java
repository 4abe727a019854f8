package org.depositary.gateway.feeds.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a feed.
 *
 * @param id a URI that never changes
 * @param updated when its newest change was recorded; verifications do not count
 * @param url the address of what it is about, if it has one
 * @param sources the addresses of cited passages
 * @param related the addresses of the organisations that it names
 * @param categories its kind, what happened, and the organisations and parties
 * @param html the content
 * @param change the newest change for programs: its cursor and its {@code factChange}; empty for notices
 */
public record FeedEntry(
        String id,
        String title,
        Instant published,
        Instant updated,
        Optional<String> url,
        List<String> sources,
        List<String> related,
        List<String> categories,
        String html,
        Optional<JsonNode> change) {}
