package org.depositary.documents.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.metadata.MetadataField;
import org.depositary.documents.extraction.metadata.MetadataReading;
import org.depositary.documents.extraction.metadata.MetadataSource;
import org.depositary.documents.extraction.metadata.PrintedDateParser;
import org.depositary.documents.extraction.structure.PassageKind;
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
        return ExtractedMetadata.of(List.of(
                        value(text, blocks, MetadataField.TITLE).or(() -> leadingHeadings(text, blocks, paragraphGap)),
                        value(text, blocks, MetadataField.AUTHOR),
                        value(text, blocks, MetadataField.DATE),
                        value(text, blocks, MetadataField.PLACE),
                        value(text, blocks, MetadataField.PUBLISHER)))
                .withType();
    }

    /**
     * Returns the metadata of the bracketed lines at the top, which are not marked in HTML pages. Then the title, if the
     * text starts with a heading.
     */
    static List<MetadataReading> topLines(String text, List<TextBlock> blocks) {
        Stream<MetadataReading> lines = blocks.stream()
                .limit(WITHIN_BLOCKS)
                .flatMap(block -> at(text, block)
                        .filter(line -> line.bracketed() && line.known())
                        .flatMap(line -> reading(block, field(line), line))
                        .stream());
        return Stream.concat(lines, leadingHeadings(text, blocks, 0).stream()).toList();
    }

    private static MetadataField field(MetadataLine line) {
        return MetadataField.valueOf(line.field().toUpperCase(Locale.ROOT));
    }

    private static Optional<MetadataLine> at(String text, TextBlock block) {
        boolean candidate = block.kind() == PassageKind.PARAGRAPH && block.end() - block.start() <= LONGEST;
        return candidate ? MetadataLine.of(block.in(text)) : Optional.empty();
    }

    private static Optional<MetadataReading> value(String text, List<TextBlock> blocks, MetadataField field) {
        return blocks.stream()
                .filter(block -> block.kind() == PassageKind.METADATA)
                .filter(block -> block.label().equals(Optional.of(field.label())))
                .findFirst()
                .flatMap(block -> MetadataLine.of(block.in(text)).flatMap(line -> reading(block, field, line)));
    }

    private static Optional<MetadataReading> reading(TextBlock block, MetadataField field, MetadataLine line) {
        return Optional.of(line.value())
                .filter(value -> !value.isBlank())
                .flatMap(value -> field == MetadataField.DATE ? PrintedDateParser.toEdtf(value) : Optional.of(value))
                .map(value -> MetadataReading.at(block.start(), field, value, MetadataSource.HEADER_LINE));
    }

    /**
     * Joins the headings at the start of a text into one title. They are a title and its subtitle if they are closer
     * together than paragraphs.
     */
    private static Optional<MetadataReading> leadingHeadings(String text, List<TextBlock> blocks, int paragraphGap) {
        int until = 0;
        while (until < blocks.size()
                && blocks.get(until).kind() == PassageKind.HEADING
                && (until == 0 || emptyLinesBetween(text, blocks.get(until - 1), blocks.get(until)) < paragraphGap)) {
            until++;
        }
        if (until == 0) {
            return Optional.empty();
        }
        String title =
                text.substring(blocks.getFirst().start(), blocks.get(until - 1).end());
        return TextLines.asField(title)
                .map(it -> MetadataReading.at(
                        blocks.getFirst().start(),
                        MetadataField.TITLE,
                        it.replaceFirst("\\.$", ""),
                        MetadataSource.HEADING));
    }

    private static long emptyLinesBetween(String text, TextBlock above, TextBlock below) {
        return text.substring(above.end(), below.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                - 1;
    }
}
