package org.depositary.gateway.feeds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.changes.MatchingChange;

/**
 * The changes of one document of a feed.
 *
 * @param changes the newest first
 * @param previous the end of the archive page before it; empty if this document reaches the first change
 */
record FeedPage(List<MatchingChange> changes, Optional<Cursor> previous) {

    /** When the newest change was recorded. It never falls from one page to the next. */
    Instant updated() {
        return changes.stream()
                .findFirst()
                .map(change -> change.latest().toInstant())
                .orElse(Instant.EPOCH);
    }
}
