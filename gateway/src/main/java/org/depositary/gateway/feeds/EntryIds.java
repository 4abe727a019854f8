package org.depositary.gateway.feeds;

import java.util.UUID;
import org.depositary.gateway.feeds.text.UrlPart;

/**
 * The ids of feeds and entries: tag URIs (RFC 4151). They never change, because neither the host nor the scheme of the
 * installation is in them.
 */
final class EntryIds {

    private static final String TAG = "tag:depositary.org,2026:";

    private EntryIds() {}

    static String of(String kind, String id) {
        return TAG + "fact/" + kind + "/" + UrlPart.encoded(id);
    }

    /** @param event the event that retracted the fact */
    static String ofRetraction(UUID event) {
        return TAG + "retraction/" + event;
    }

    /** @param query the filters of the feed, in the order of links */
    static String ofFeed(String query) {
        return TAG + "changes" + (query.isEmpty() ? "" : "?" + query);
    }

    static String ofNotice(String name) {
        return TAG + "notice/" + name;
    }

    static String ofNotices() {
        return TAG + "notices";
    }
}
