package org.depositary.gateway.feeds.text;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.depositary.gateway.read.changes.FactVersion;
import org.depositary.gateway.read.changes.LoggedChange;
import org.depositary.vocabulary.sources.Source;

/**
 * The content of an entry as HTML: the fact as a sentence, what changed, and the sources with their quotes.
 *
 * @param link makes a link of a path of this installation
 */
public record EntryContent(String sentence, NameLookup names, UnaryOperator<String> link) {

    /** More sources than this are counted and not shown. */
    private static final int MOST_SOURCES = 50;

    private static final String ITEMS = "ul";

    /**
     * @param fact the fact after the newest change; empty if it has no version
     * @param changes the changes of the fact on this page, the newest first
     * @param path the URL path of the fact, if it has one
     */
    public String html(Optional<FactVersion> fact, List<LoggedChange> changes, Optional<String> path) {
        var html = new HtmlText().element("p", sentence + ".");
        fact.filter(FactVersion::disputed).ifPresent(known -> html.element("p", "Sources disagree about this."));
        changes.forEach(change -> new ChangeText(change).addTo(html));
        fact.ifPresent(known -> addSources(html, known.sources()));
        path.ifPresent(address -> html.open("p")
                .link(link.apply(address), "The record in the register")
                .close("p"));
        return html.toString();
    }

    /** A text as one paragraph of HTML. */
    public static String paragraph(String text) {
        return new HtmlText().element("p", text).toString();
    }

    private void addSources(HtmlText html, List<Source> sources) {
        if (sources.isEmpty()) {
            return;
        }
        html.element("p", "Sources:").open(ITEMS);
        sources.stream().limit(MOST_SOURCES).forEach(source -> new SourceText(source, names, link).addTo(html));
        if (sources.size() > MOST_SOURCES) {
            html.element("li", "and %d more".formatted(sources.size() - MOST_SOURCES));
        }
        html.close(ITEMS);
    }

    /** The paths of the passages that the fact cites. */
    public List<String> passages(Optional<FactVersion> fact) {
        return fact.stream()
                .flatMap(known -> known.sources().stream())
                .limit(MOST_SOURCES)
                .flatMap(source -> new SourceText(source, names, link).passage().stream())
                .distinct()
                .toList();
    }
}
