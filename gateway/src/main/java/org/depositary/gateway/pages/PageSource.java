package org.depositary.gateway.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.depositary.gateway.feeds.text.NameLookup;
import org.depositary.gateway.feeds.text.SourceText;
import org.depositary.gateway.feeds.text.UrlPart;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.vocabulary.sources.Source;

/**
 * A source. Absent texts are empty.
 *
 * @param details author, date of publication, locator
 * @param place the passage in which the quote is now, if it moved
 * @param orphaned whether the current text has no such passage or quote
 */
record PageSource(PageText title, String details, String quote, PageText place, boolean orphaned) {

    private static final PageText NOWHERE = PageText.of("");

    static List<PageSource> all(JsonNode sources, NameLookup names) {
        return JsonFieldReader.elements(sources).map(json -> of(json, names)).toList();
    }

    private static PageSource of(JsonNode json, NameLookup names) {
        var source = JsonFieldReader.as(json, Source.class);
        var text = new SourceText(source, names, UnaryOperator.identity());
        return new PageSource(
                new PageText(text.title(), text.passage().or(text::website).orElse("")),
                text.details(),
                Optional.ofNullable(source.quote()).orElse(""),
                JsonFieldReader.text(json, "currentAnchor")
                        .map(anchor -> passage(source.document(), anchor))
                        .orElse(NOWHERE),
                json.path("orphaned").asBoolean());
    }

    private static PageText passage(String document, String anchor) {
        return new PageText(anchor, "/api/documents/%s/passages/%s".formatted(document, UrlPart.encoded(anchor)));
    }
}
