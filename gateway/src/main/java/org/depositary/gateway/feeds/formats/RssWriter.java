package org.depositary.gateway.feeds.formats;

/**
 * Writes a feed as RSS 2.0, with the links of Atom and of RFC 5005. A retraction is an item, because RSS has no
 * tombstones.
 */
public final class RssWriter {

    private final XmlOutput xml = new XmlOutput();

    private RssWriter() {}

    public static byte[] write(FeedDocument feed) {
        return new RssWriter().document(feed);
    }

    private byte[] document(FeedDocument feed) {
        xml.open("rss")
                .attribute("version", "2.0")
                .attribute("xmlns:atom", XmlOutput.ATOM)
                .attribute("xmlns:fh", XmlOutput.HISTORY);
        xml.open("channel")
                .element("title", feed.title())
                .element("link", feed.links().alternate())
                .element("description", "Each item is a fact of the register. The newest change is first.")
                .element("language", "en")
                .element("lastBuildDate", FeedDates.http(feed.updated()))
                .element("docs", "https://www.rssboard.org/rss-specification")
                .element("generator", "Depositary");
        if (feed.isArchive()) {
            xml.empty("fh:archive");
        }
        links(feed.links());
        feed.entries().forEach(this::item);
        return xml.close().close().end();
    }

    private void links(FeedDocument.Links links) {
        xml.link("atom:link", "self", links.self(), FeedFormat.RSS_TYPE);
        xml.link("atom:link", "current", links.current(), FeedFormat.RSS_TYPE);
        links.previous().ifPresent(page -> xml.link("atom:link", "prev-archive", page, FeedFormat.RSS_TYPE));
    }

    /** The date is that of the newest change, by which readers sort. */
    private void item(FeedEntry entry) {
        xml.open("item").element("title", entry.title());
        entry.url().ifPresent(url -> xml.element("link", url));
        xml.element("description", entry.html());
        entry.categories().forEach(category -> xml.element("category", category));
        xml.open("guid").attribute("isPermaLink", "false").text(entry.id()).close();
        xml.element("pubDate", FeedDates.http(entry.updated()));
        xml.element("atom:updated", entry.updated().toString());
        xml.close();
    }
}
