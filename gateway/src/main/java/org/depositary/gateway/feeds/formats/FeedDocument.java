package org.depositary.gateway.feeds.formats;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A document of a feed, independent of its format.
 *
 * @param id the same for the subscription document and all archive pages
 * @param isArchive whether the document never changes
 */
public record FeedDocument(
        String id,
        String title,
        Instant updated,
        boolean isArchive,
        Links links,
        List<FeedEntry> entries,
        List<Tombstone> tombstones) {

    /**
     * The addresses of documents of the feed.
     *
     * @param current the subscription document
     * @param previous the archive page before this document
     * @param alternate the same information in another form
     * @param type the media type of {@code alternate} and of the addresses in entries
     */
    public record Links(String self, String current, Optional<String> previous, String alternate, String type) {}
}
