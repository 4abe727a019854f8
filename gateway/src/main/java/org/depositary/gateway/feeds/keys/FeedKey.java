package org.depositary.gateway.feeds.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A key that opens the feeds without a token, and nothing else.
 *
 * @param title what it is for, for its owner
 * @param owner the subject that made it
 * @param lastUsed the last day (UTC) on which it opened a feed; absent if it never did
 */
public record FeedKey(String url, UUID id, String title, String owner, Instant created, Optional<LocalDate> lastUsed) {

    static String url(UUID id) {
        return "/api/feed-keys/" + id;
    }
}
