package org.depositary.documents.extraction.html;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.documents.extraction.structure.DocumentTypeDetection;
import org.depositary.documents.extraction.structure.ExtractedMetadata;
import org.depositary.documents.extraction.structure.PrintedDateParser;
import org.depositary.documents.extraction.structure.TextLines;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the metadata of an HTML page: its title and its {@code meta} elements (HTML, Dublin Core, Open Graph). */
final class HtmlMetadataReader {
    private static final Pattern LANGUAGE = Pattern.compile("^[A-Za-z]{2,3}(?:[-_].*)?$");

    private HtmlMetadataReader() {}

    static ExtractedMetadata description(Document page) {
        Optional<String> title = meta(page, "og:title", "dc.title", "dcterms.title")
                .or(() -> TextLines.asField(page.title()))
                .or(() -> Optional.ofNullable(page.selectFirst("h1"))
                        .map(Element::text)
                        .flatMap(TextLines::asField));
        return new ExtractedMetadata(
                title,
                meta(page, "author", "dc.creator", "dcterms.creator").filter(name -> !name.startsWith("http")),
                meta(page, "article:published_time", "dc.date", "dcterms.date", "dcterms.issued", "date")
                        .or(() -> published(page))
                        .flatMap(PrintedDateParser::toEdtf),
                meta(page, "geo.placename", "dcterms.spatial", "dc.coverage"),
                meta(page, "og:site_name", "dc.publisher", "dcterms.publisher", "publisher"),
                title.flatMap(DocumentTypeDetection::in));
    }

    /**
     * Returns the language of the page (BCP 47) without its region: {@code nl} for {@code nl-BE}. Empty if the page
     * declares none.
     */
    static Optional<String> language(Document page) {
        return Optional.ofNullable(page.selectFirst("html[lang]"))
                .map(html -> html.attr("lang").strip())
                .filter(lang -> LANGUAGE.matcher(lang).matches())
                .map(lang -> lang.split("[-_]")[0].toLowerCase(Locale.ROOT));
    }

    private static Optional<String> meta(Document page, String... names) {
        return Stream.of(names)
                .flatMap(name -> page.select("meta[name=%1$s], meta[property=%1$s]".formatted(name)).stream())
                .flatMap(meta -> TextLines.asField(meta.attr("content")).stream())
                .findFirst();
    }

    private static Optional<String> published(Document page) {
        return Optional.ofNullable(page.selectFirst("time[itemprop=datePublished][datetime], time[pubdate][datetime]"))
                .map(time -> time.attr("datetime"));
    }
}
