package org.depositary.documents.extraction.structure;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A piece of the text that becomes one passage, or several if it is very long.
 *
 * @param start the offset in the text in UTF-16 units; {@code PassageBuilder} converts it to code points
 * @param label the part of the anchor that identifies the block: the number of a footnote, the name of a metadata
 *     field
 * @param printed only of PDF files
 */
public record TextBlock(
        PassageKind kind, int start, int end, Optional<String> label, OptionalInt page, PrintedBlock printed) {

    public TextBlock(PassageKind kind, int start, int end, Optional<String> label, OptionalInt page) {
        this(kind, start, end, label, page, PrintedBlock.NONE);
    }

    public static TextBlock of(PassageKind kind, int start, int end) {
        return new TextBlock(kind, start, end, Optional.empty(), OptionalInt.empty());
    }

    public static TextBlock labelled(PassageKind kind, int start, int end, String label) {
        return new TextBlock(kind, start, end, Optional.of(label), OptionalInt.empty());
    }

    /**
     * Returns this block as a metadata line.
     *
     * @param field the metadata field, such as {@code date}
     */
    public TextBlock labelled(String field) {
        return new TextBlock(PassageKind.METADATA, start, end, Optional.of(field), page, printed);
    }

    public TextBlock as(PassageKind other) {
        return new TextBlock(other, start, end, label, page, printed);
    }

    public String in(String text) {
        return text.substring(start, end);
    }
}
