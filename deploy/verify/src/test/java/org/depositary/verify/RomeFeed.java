package org.depositary.verify;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;

/**
 * A feed as ROME reads it, from its subscription document to its first archive page.
 *
 * @param documents the texts of the documents
 * @param ids the ids of the entries
 * @param deleted the ids of deleted entries
 */
record RomeFeed(List<String> documents, List<String> ids, List<String> deleted) {

    static RomeFeed walked(OriginClient client, String address) throws FeedException {
        var walked = new RomeFeed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var next = Optional.of(address);
        while (next.isPresent()) {
            next = walked.add(client.get(next.get()).expect(200).text());
        }
        return walked;
    }

    private Optional<String> add(String document) throws FeedException {
        SyndFeed feed = new SyndFeedInput().build(new StringReader(document));
        documents.add(document);
        feed.getEntries().stream().map(SyndEntry::getUri).forEach(ids::add);
        feed.getForeignMarkup().stream()
                .filter(element -> element.getName().equals("deleted-entry"))
                .map(element -> element.getAttributeValue("ref"))
                .forEach(deleted::add);
        return previous(feed);
    }

    /** ROME has the links of Atom, and for RSS the elements of other namespaces. */
    private static Optional<String> previous(SyndFeed feed) {
        return feed.getLinks().stream()
                .filter(link -> "prev-archive".equals(link.getRel()))
                .map(SyndLink::getHref)
                .findFirst()
                .or(() -> feed.getForeignMarkup().stream()
                        .filter(link -> "prev-archive".equals(link.getAttributeValue("rel")))
                        .map((Element link) -> link.getAttributeValue("href"))
                        .findFirst());
    }
}
