package org.depositary.documents.extraction.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.metadata.MetadataField;
import org.depositary.documents.extraction.metadata.MetadataReading;
import org.depositary.documents.extraction.metadata.MetadataSource;
import org.depositary.documents.extraction.metadata.PrintedDateParser;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.TextLines;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the metadata of an HTML page: its title and its {@code meta} elements (HTML, Dublin Core, Open Graph). */
final class HtmlMetadataReader {
    private static final Pattern LANGUAGE = Pattern.compile("^[A-Za-z]{2,3}(?:[-_].*)?$");

    private HtmlMetadataReader() {}

    static ExtractedMetadata description(Document page) {
        return ExtractedMetadata.of(List.of(
                title(page),
                read(
                        MetadataField.AUTHOR,
                        meta(page, "author", "dc.creator", "dcterms.creator").filter(name -> !name.startsWith("http"))),
                read(
                        MetadataField.DATE,
                        meta(page, "article:published_time", "dc.date", "dcterms.date", "dcterms.issued", "date")
                                .or(() -> published(page))
                                .flatMap(PrintedDateParser::toEdtf)),
                read(MetadataField.PLACE, meta(page, "geo.placename", "dcterms.spatial", "dc.coverage")),
                read(
                        MetadataField.PUBLISHER,
                        meta(page, "og:site_name", "dc.publisher", "dcterms.publisher", "publisher")),
                read(MetadataField.LANGUAGE, language(page))));
    }

    private static Optional<MetadataReading> title(Document page) {
        Optional<String> declared =
                meta(page, "og:title", "dc.title", "dcterms.title").or(() -> TextLines.asField(page.title()));
        return read(MetadataField.TITLE, declared)
                .or(() -> MetadataReading.outside(
                        MetadataField.TITLE,
                        Optional.ofNullable(page.selectFirst("h1"))
                                .map(Element::text)
                                .flatMap(TextLines::asField),
                        MetadataSource.HEADING));
    }

    private static Optional<MetadataReading> read(MetadataField field, Optional<String> value) {
        return MetadataReading.outside(field, value, MetadataSource.HTML_META);
    }

    /** Returns the metadata with its places in the text: the line with the field, or the heading with the title. */
    static ExtractedMetadata located(ExtractedMetadata description, String text, List<TextBlock> blocks) {
        return new ExtractedMetadata(description.readings().stream()
                .map(reading -> blocks.stream()
                        .filter(block -> contains(block, text, reading))
                        .findFirst()
                        .map(block -> reading.standingAt(block.start()))
                        .orElse(reading))
                .toList());
    }

    private static boolean contains(TextBlock block, String text, MetadataReading reading) {
        return switch (block.kind()) {
            case METADATA -> block.label().equals(Optional.of(reading.field().label()));
            case HEADING ->
                reading.field() == MetadataField.TITLE && reading.value().equals(TextLines.inOneLine(block.in(text)));
            default -> false;
        };
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
