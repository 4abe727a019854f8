package org.depositary.gateway.feeds;

import java.util.List;
import org.depositary.gateway.read.changes.MatchingChange;

/**
 * Decides which changes end an archive page. The id of a change alone decides it, so every reader gets the same pages at
 * any time, without a table of pages (ADR 59).
 */
final class PageEnds {

    /** Mean number of changes of a page. */
    static final int MEAN = 50;

    /** No page has more changes. Of a million pages, 41 would have more; these are split, counted from their end. */
    static final int MOST = 500;

    private PageEnds() {}

    static boolean isEnd(MatchingChange change) {
        return Long.remainderUnsigned(mixed(change.eventId().getLeastSignificantBits()), MEAN) == 0;
    }

    /** The finalizer of SplitMix64: ids that differ in few bits get unrelated numbers. */
    private static long mixed(long bits) {
        long first = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }

    /**
     * The number of changes until the next page end, which is not one of them.
     *
     * @param changes the newest first
     * @param first the first one that may be a page end
     */
    static int before(List<MatchingChange> changes, int first) {
        for (int i = first; i < Math.min(changes.size(), MOST); i++) {
            if (isEnd(changes.get(i))) {
                return i;
            }
        }
        return Math.min(changes.size(), MOST);
    }
}
