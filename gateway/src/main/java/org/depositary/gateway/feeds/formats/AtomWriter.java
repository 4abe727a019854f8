package org.depositary.gateway.feeds.formats;

/** Writes a feed as Atom (RFC 4287), with archive links (RFC 5005) and tombstones (RFC 6721). */
public final class AtomWriter {

    private static final String ENGLISH = "en";

    private final XmlOutput xml = new XmlOutput();

    private AtomWriter() {}

    public static byte[] write(FeedDocument feed) {
        return new AtomWriter().document(feed);
    }

    private byte[] document(FeedDocument feed) {
        xml.open("feed")
                .attribute("xmlns", XmlOutput.ATOM)
                .attribute("xmlns:fh", XmlOutput.HISTORY)
                .attribute("xmlns:at", XmlOutput.TOMBSTONES)
                .attribute("xml:lang", ENGLISH);
        xml.element("id", feed.id())
                .element("title", feed.title())
                .element("updated", feed.updated().toString());
        xml.open("author").element("name", "Depositary").close();
        xml.element("generator", "Depositary");
        if (feed.isArchive()) {
            xml.empty("fh:archive");
        }
        links(feed.links());
        feed.tombstones().forEach(this::tombstone);
        feed.entries().forEach(entry -> entry(entry, feed.links().type()));
        return xml.close().end();
    }

    private void links(FeedDocument.Links links) {
        xml.link("link", "self", links.self(), FeedFormat.ATOM_TYPE);
        xml.link("link", "current", links.current(), FeedFormat.ATOM_TYPE);
        links.previous().ifPresent(page -> xml.link("link", "prev-archive", page, FeedFormat.ATOM_TYPE));
        xml.link("link", "alternate", links.alternate(), links.type());
    }

    private void tombstone(Tombstone tombstone) {
        xml.open("at:deleted-entry")
                .attribute("ref", tombstone.entry())
                .attribute("when", tombstone.when().toString());
        tombstone.reason().ifPresent(reason -> xml.element("at:comment", reason));
        xml.close();
    }

    private void entry(FeedEntry entry, String type) {
        xml.open("entry").element("id", entry.id()).element("title", entry.title());
        xml.element("published", entry.published().toString())
                .element("updated", entry.updated().toString());
        // Without a media type, because some readers ignore a link to anything but HTML.
        entry.url()
                .ifPresent(
                        url -> xml.empty("link").attribute("rel", "alternate").attribute("href", url));
        entry.related().forEach(url -> xml.link("link", "related", url, type));
        entry.sources().forEach(url -> xml.link("link", "via", url, type));
        entry.categories().forEach(term -> xml.empty("category").attribute("term", term));
        xml.open("content").attribute("type", "html").text(entry.html()).close().close();
    }
}
