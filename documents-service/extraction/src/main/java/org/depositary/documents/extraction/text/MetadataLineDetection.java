package org.depositary.documents.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.documents.extraction.structure.DocumentTypeDetection;
import org.depositary.documents.extraction.structure.ExtractedMetadata;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.PrintedDateParser;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.TextLines;

/** Finds and reads metadata lines at the top of a plain text. */
final class MetadataLineDetection {
    private static final int WITHIN_BLOCKS = 20;
    private static final int LONGEST = 400;

    private MetadataLineDetection() {}

    /**
     * Returns the blocks, with metadata lines marked. Blocks above a bracketed title are metadata too: they are the
     * banner of the website.
     */
    static List<TextBlock> mark(String text, List<TextBlock> blocks) {
        List<TextBlock> marked = new ArrayList<>(blocks);
        boolean bracketed = false;
        for (int i = 0; i < Math.min(WITHIN_BLOCKS, blocks.size()); i++) {
            Optional<MetadataLine> line = at(text, blocks.get(i));
            // A line with an unknown word in brackets is a metadata line only after a line with a known one.
            if (line.isEmpty() || !line.get().known() && !bracketed) {
                continue;
            }
            marked.set(i, blocks.get(i).labelled(line.get().field()));
            if (line.get().bracketed() && !bracketed && line.get().field().equals("title")) {
                marked.subList(0, i).replaceAll(above -> above.as(PassageKind.METADATA));
            }
            bracketed = bracketed || line.get().bracketed();
        }
        return marked;
    }

    static ExtractedMetadata description(String text, List<TextBlock> blocks, int paragraphGap) {
        Optional<String> title = value(text, blocks, "title").or(() -> leadingHeadings(text, blocks, paragraphGap));
        return new ExtractedMetadata(
                title,
                value(text, blocks, "author"),
                value(text, blocks, "date").flatMap(PrintedDateParser::toEdtf),
                value(text, blocks, "place"),
                value(text, blocks, "publisher"),
                title.flatMap(DocumentTypeDetection::in));
    }

    private static Optional<MetadataLine> at(String text, TextBlock block) {
        boolean candidate = block.kind() == PassageKind.PARAGRAPH && block.end() - block.start() <= LONGEST;
        return candidate ? MetadataLine.of(block.in(text)) : Optional.empty();
    }

    private static Optional<String> value(String text, List<TextBlock> blocks, String field) {
        return blocks.stream()
                .filter(block -> block.kind() == PassageKind.METADATA)
                .filter(block -> block.label().equals(Optional.of(field)))
                .findFirst()
                .flatMap(block -> MetadataLine.of(block.in(text)))
                .map(MetadataLine::value)
                .filter(value -> !value.isBlank());
    }

    /**
     * Joins the headings at the start of a text into one title. They are a title and its subtitle if they are closer
     * together than paragraphs.
     */
    private static Optional<String> leadingHeadings(String text, List<TextBlock> blocks, int paragraphGap) {
        int until = 0;
        while (until < blocks.size()
                && blocks.get(until).kind() == PassageKind.HEADING
                && (until == 0 || emptyLinesBetween(text, blocks.get(until - 1), blocks.get(until)) < paragraphGap)) {
            until++;
        }
        if (until == 0) {
            return Optional.empty();
        }
        String title = TextLines.inOneLine(
                text.substring(blocks.getFirst().start(), blocks.get(until - 1).end()));
        return Optional.of(title.replaceFirst("\\.$", ""));
    }

    private static long emptyLinesBetween(String text, TextBlock above, TextBlock below) {
        return text.substring(above.end(), below.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                - 1;
    }
}
