package org.depositary.gateway.feeds;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.changes.MatchingChange;
import org.depositary.gateway.read.changes.MatchingChangeReads;

/** Divides the matching changes into the subscription document and archive pages, by one look backwards. */
record FeedPager(MatchingChangeReads changes, ChangeFilter filter) {

    /**
     * The subscription document has at least this many changes, if so many match. Just after a page end it repeats
     * some of that page, because a feed reader should not show an empty feed.
     */
    private static final int LEAST = 30;

    private static final int CHUNK = 100;

    /** The newest changes, back to the newest page end. */
    FeedPage newest() throws SQLException {
        var found = back(MatchingChangeReads.END, 0);
        int end = PageEnds.before(found, 0);
        int size = Math.min(Math.max(end, LEAST), found.size());
        return page(found, size, end);
    }

    /** The archive page that ends at a position: the changes after the page end before it. */
    FeedPage endingAt(Cursor last) throws SQLException {
        var found = back(last.seq() + 1, 1);
        int size = PageEnds.before(found, 1);
        return page(found, size, size);
    }

    private static FeedPage page(List<MatchingChange> found, int size, int previous) {
        return new FeedPage(
                List.copyOf(found.subList(0, size)),
                previous < found.size() ? Optional.of(found.get(previous).cursor()) : Optional.empty());
    }

    /** Reads until a page end is found, or as many changes as a page can have and the one before them. */
    private List<MatchingChange> back(long start, int first) throws SQLException {
        var found = new ArrayList<MatchingChange>();
        long before = start;
        boolean isComplete = false;
        while (!isComplete && found.size() <= PageEnds.MOST && PageEnds.before(found, first) == found.size()) {
            var more = changes.before(before, filter, CHUNK);
            found.addAll(more);
            isComplete = more.size() < CHUNK;
            before = found.isEmpty() ? before : found.getLast().seq();
        }
        return found;
    }
}
