package org.depositary.documents.extraction.html;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.ExtractionInput;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.ExtractionTool;
import org.depositary.documents.extraction.structure.Extractor;
import org.depositary.documents.extraction.structure.FileKind;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;
import org.depositary.documents.extraction.text.BlockKindDetection;
import org.depositary.documents.extraction.text.DecodedText;
import org.depositary.documents.extraction.text.EndnoteDetection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Extracts the text of HTML pages block by block. The metadata of the page comes first, one line per field, so that it
 * can be cited too.
 */
public final class HtmlExtractor implements Extractor {
    private static final int META_WITHIN_BYTES = 4096;
    private static final Pattern META_CHARSET =
            Pattern.compile("(?i)<(?:meta|\\?xml)\\s[^>]{0,200}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:+-]+)");

    @Override
    public boolean reads(FileKind kind) {
        return kind == FileKind.HTML;
    }

    @Override
    public Optional<String> library() {
        return ExtractionTool.library("jsoup", Jsoup.class);
    }

    @Override
    public ExtractedStructure read(ExtractionInput source) {
        byte[] bytes = source.bytes();
        DecodedText decoded = DecodedText.of(bytes, source, declaredCharsets(bytes, source));
        HtmlSource html = HtmlSource.of(decoded, source.limits().tags());
        Document page = Jsoup.parse(html.text());
        source.deadline().check();
        ExtractedMetadata description = HtmlMetadataReader.description(page);
        HtmlTextWriter text = new HtmlTextWriter(source.deadline());
        text.describe(description, page);
        text.read(MainContentFinder.of(page));
        if (text.blocks().isEmpty() && html.cut().isPresent()) {
            throw new UnreadableDocumentException(
                    ExtractionStatus.TOO_LARGE, html.cut().get());
        }
        return new ExtractedStructure(
                text.text(),
                withSections(text),
                HtmlMetadataReader.located(description, text.text(), text.blocks())
                        .and(BlockKindDetection.topLines(text.text(), text.blocks()))
                        .withType(),
                HtmlMetadataReader.language(page),
                OptionalInt.empty(),
                html.problem());
    }

    /**
     * Returns the declared charsets, the one of the Content-Type header first: it has priority over the one in the
     * page, as in browsers.
     */
    private static List<String> declaredCharsets(byte[] bytes, ExtractionInput source) {
        List<String> declared =
                new ArrayList<>(source.declared().charset().stream().toList());
        String start = new String(bytes, 0, Math.min(bytes.length, META_WITHIN_BYTES), StandardCharsets.ISO_8859_1);
        var meta = META_CHARSET.matcher(start);
        Optional.of(meta).filter(it -> it.find()).ifPresent(it -> declared.add(it.group(1)));
        return declared;
    }

    /**
     * Returns the blocks of the page, with headings of articles and annexes, and notes, marked. Old pages mark up such blocks
     * as paragraphs.
     */
    private static List<TextBlock> withSections(HtmlTextWriter page) {
        String text = page.text();
        return EndnoteDetection.mark(
                text,
                page.blocks().stream()
                        .map(block -> BlockKindDetection.markSection(text, block))
                        .toList());
    }
}
