package org.depositary.gateway.feeds;

import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.http.EntityTags;
import org.depositary.gateway.feeds.formats.FeedDates;
import org.depositary.gateway.log.ReadModelGeneration;
import org.depositary.gateway.read.changes.MatchingChange;
import org.depositary.gateway.web.tags.ContentHash;

/**
 * Decides from the last matching changes alone whether a client already has the subscription document.
 *
 * @param address the address of the document, because its links are part of it
 * @param last the last matching change and the one before it
 */
record FeedValidators(String address, List<MatchingChange> last) {

    /** Weak, because newer code may write the same changes in other words. */
    String tag() {
        var newest = last.stream()
                .findFirst()
                .map(change -> change.cursor().toString())
                .orElse("");
        return "W/\"%s\"".formatted(ContentHash.of(address + " " + newest + " " + ReadModelGeneration.VERSION));
    }

    Optional<String> lastModified() {
        return last.stream().findFirst().map(change -> FeedDates.http(change.latest()));
    }

    boolean isKnown(Optional<String> ifNoneMatch, Optional<String> ifModifiedSince) {
        return ifNoneMatch.isPresent()
                ? EntityTags.isKnown(ifNoneMatch, tag())
                : ifModifiedSince.isPresent() && ifModifiedSince.equals(lastModified()) && isInNewSecond();
    }

    /** A date has whole seconds. The client may have the document before the newest change if both have the same date. */
    private boolean isInNewSecond() {
        return last.size() < 2
                || !FeedDates.http(last.getLast().latest())
                        .equals(lastModified().orElseThrow());
    }
}
