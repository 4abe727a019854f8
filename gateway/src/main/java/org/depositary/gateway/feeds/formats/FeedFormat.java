package org.depositary.gateway.feeds.formats;

/** A format of feeds. */
public enum FeedFormat {
    ATOM("atom", FeedFormat.ATOM_TYPE),
    RSS("rss", FeedFormat.RSS_TYPE),
    JSON("json", FeedFormat.JSON_TYPE);

    public static final String ATOM_TYPE = "application/atom+xml";
    public static final String RSS_TYPE = "application/rss+xml";
    public static final String JSON_TYPE = "application/feed+json";

    private final String ending;
    private final String mediaType;

    FeedFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    public String path() {
        return "/api/changes/feed." + ending;
    }

    public String mediaType() {
        return mediaType;
    }
}
