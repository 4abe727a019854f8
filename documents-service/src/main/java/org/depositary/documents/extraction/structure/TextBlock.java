package org.depositary.documents.extraction.structure;

import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.passage.PassageBuilder;

/**
 * A piece of the text that becomes a passage (or several, when it is very long).
 *
 * @param start in UTF-16 units, as Java counts; {@link PassageBuilder} counts again in code points
 * @param label what tells it apart in its anchor: the number of a footnote, the name of a metadata field
 */
public record TextBlock(PassageKind kind, int start, int end, Optional<String> label, OptionalInt page) {

    public static TextBlock of(PassageKind kind, int start, int end) {
        return new TextBlock(kind, start, end, Optional.empty(), OptionalInt.empty());
    }

    public static TextBlock labelled(PassageKind kind, int start, int end, String label) {
        return new TextBlock(kind, start, end, Optional.of(label), OptionalInt.empty());
    }

    /** The same piece as a line that tells this field of the metadata. */
    public TextBlock labelled(String field) {
        return new TextBlock(PassageKind.METADATA, start, end, Optional.of(field), page);
    }

    public TextBlock as(PassageKind other) {
        return new TextBlock(other, start, end, label, page);
    }

    public String in(String text) {
        return text.substring(start, end);
    }
}
