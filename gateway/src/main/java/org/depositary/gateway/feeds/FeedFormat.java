package org.depositary.gateway.feeds;

/** A format of feeds. */
enum FeedFormat {
    ATOM("atom", FeedFormat.ATOM_TYPE),
    RSS("rss", FeedFormat.RSS_TYPE),
    JSON("json", FeedFormat.JSON_TYPE);

    static final String ATOM_TYPE = "application/atom+xml";
    static final String RSS_TYPE = "application/rss+xml";
    static final String JSON_TYPE = "application/feed+json";

    private final String ending;
    private final String mediaType;

    FeedFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    String path() {
        return "/api/changes/feed." + ending;
    }

    String mediaType() {
        return mediaType;
    }
}
