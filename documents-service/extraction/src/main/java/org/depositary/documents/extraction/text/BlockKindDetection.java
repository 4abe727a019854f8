package org.depositary.documents.extraction.text;

import java.util.List;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.metadata.MetadataReading;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextBlock;

/**
 * Finds metadata lines, list items and headings among whole paragraphs, by the same rules as in plain text. So a text
 * has the same passages in every kind of file.
 *
 * @param description the metadata of the lines at the top
 */
public record BlockKindDetection(List<TextBlock> blocks, ExtractedMetadata description) {

    /**
     * Returns the blocks with their kinds.
     *
     * @param hasHeadings whether the file itself marks its headings; then only those of articles and annexes are added
     */
    public static BlockKindDetection mark(String text, List<TextBlock> blocks, boolean hasHeadings) {
        List<TextBlock> items =
                blocks.stream().map(block -> markItem(text, block)).toList();
        List<TextBlock> described = MetadataLineDetection.mark(text, items);
        List<TextBlock> marked = hasHeadings
                ? described.stream().map(block -> markSection(text, block)).toList()
                : HeadingDetection.mark(text, described, false);
        return new BlockKindDetection(
                EndnoteDetection.mark(text, marked), MetadataLineDetection.description(text, marked, 0));
    }

    /** Returns the metadata of lines such as {@code [Date] July 5, 2005} at the top of a text, and of its first heading. */
    public static List<MetadataReading> topLines(String text, List<TextBlock> blocks) {
        return MetadataLineDetection.topLines(text, blocks);
    }

    private static TextBlock markItem(String text, TextBlock block) {
        return block.kind() == PassageKind.PARAGRAPH && PlainTextBlockBuilder.isMarked(block.in(text))
                ? block.as(PassageKind.LIST_ITEM)
                : block;
    }

    /** Returns the block, as a heading if it is only the number of an article or annex and its subject. */
    public static TextBlock markSection(String text, TextBlock block) {
        return block.kind() == PassageKind.PARAGRAPH
                        && block.end() - block.start() <= HeadingDetection.LONGEST
                        && HeadingDetection.namesSection(text, block)
                ? block.as(PassageKind.HEADING)
                : block;
    }
}
