package org.depositary.gateway.feeds.text;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.vocabulary.sources.Source;

/**
 * Writes a source with its quote.
 *
 * @param link makes a link of a path of this installation
 */
public record SourceText(Source source, NameLookup names, UnaryOperator<String> link) {

    private static final String WEB = "http";

    void addTo(HtmlText html) {
        html.open("li");
        passage().ifPresent(path -> html.link(link.apply(path), title()));
        if (passage().isEmpty()) {
            reference(html);
        }
        html.text(details().isEmpty() ? "" : ", " + details());
        Optional.ofNullable(source.quote()).ifPresent(quote -> html.element("blockquote", quote));
        html.close("li");
    }

    private void reference(HtmlText html) {
        website().ifPresentOrElse(uri -> html.link(uri, title()), () -> html.element("cite", title()));
    }

    /** Author, date of publication and locator; empty if the source has none of them. */
    public String details() {
        return Stream.of(source.author(), source.published(), source.locator())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** The address of a source in the web. */
    public Optional<String> website() {
        return Optional.ofNullable(source.uri()).filter(uri -> uri.startsWith(WEB));
    }

    public String title() {
        return Optional.ofNullable(source.title())
                .or(() -> Optional.ofNullable(source.document()).flatMap(names::document))
                .or(() -> Optional.ofNullable(source.uri()))
                .or(() -> Optional.ofNullable(source.document()).map("Document %s"::formatted))
                .orElse("A source without a title");
    }

    /** The path of the cited passage, or of the document if the source names no passage. */
    public Optional<String> passage() {
        return Optional.ofNullable(source.document())
                .map(id -> "/api/documents/" + id
                        + (source.anchor() == null ? "" : "/passages/" + UrlPart.encoded(source.anchor())));
    }
}
