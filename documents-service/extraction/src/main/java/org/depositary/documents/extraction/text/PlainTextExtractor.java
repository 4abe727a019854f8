package org.depositary.documents.extraction.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.ExtractionInput;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.Extractor;
import org.depositary.documents.extraction.structure.FileKind;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;

/** Extracts plain text. The text stays unchanged; its lines are joined to paragraphs. */
public final class PlainTextExtractor implements Extractor {

    @Override
    public boolean reads(FileKind kind) {
        return kind == FileKind.PLAIN_TEXT;
    }

    @Override
    public ExtractedStructure read(ExtractionInput source) {
        DecodedText decoded = DecodedText.of(
                source.bytes(), source, source.declared().charset().stream().toList());
        List<PrintedLine> lines = PrintedLine.of(decoded.text(), source.deadline());
        OptionalInt pages = pages(decoded.text());
        LineWrapDetection layout = LineWrapDetection.of(lines);
        List<TextBlock> raw = PlainTextBlockBuilder.of(lines, layout, pages.isPresent(), source.deadline());
        List<TextBlock> described = MetadataLineDetection.mark(decoded.text(), raw);
        List<TextBlock> blocks = EndnoteDetection.mark(
                decoded.text(), HeadingDetection.mark(decoded.text(), described, layout.wrapped()));
        if (blocks.isEmpty() && decoded.cut().isPresent()) {
            throw new UnreadableDocumentException(
                    ExtractionStatus.TOO_LARGE, decoded.cut().get());
        }
        return new ExtractedStructure(
                decoded.text(),
                blocks,
                MetadataLineDetection.description(decoded.text(), blocks, layout.paragraphGap()),
                Optional.empty(),
                pages,
                decoded.problem());
    }

    /**
     * Returns the number of pages. Form feeds separate pages, and a form feed at the end adds no page. Empty if there
     * are none.
     */
    private static OptionalInt pages(String text) {
        long feeds = text.stripTrailing().chars().filter(c -> c == '\f').count();
        return feeds == 0 ? OptionalInt.empty() : OptionalInt.of((int) feeds + 1);
    }
}
