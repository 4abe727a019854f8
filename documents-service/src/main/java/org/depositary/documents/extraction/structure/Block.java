package org.depositary.documents.extraction.structure;

import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.passage.Passages;

/**
 * A piece of the text that becomes a passage (or several, when it is very long).
 *
 * @param start in UTF-16 units, as Java counts; {@link Passages} counts again in code points
 * @param label what tells it apart in its anchor: the number of a footnote, the name of a metadata field
 */
public record Block(PassageKind kind, int start, int end, Optional<String> label, OptionalInt page) {

    public static Block of(PassageKind kind, int start, int end) {
        return new Block(kind, start, end, Optional.empty(), OptionalInt.empty());
    }

    public static Block labelled(PassageKind kind, int start, int end, String label) {
        return new Block(kind, start, end, Optional.of(label), OptionalInt.empty());
    }

    /** The same piece as a line that tells this field of the metadata. */
    public Block labelled(String field) {
        return new Block(PassageKind.METADATA, start, end, Optional.of(field), page);
    }

    public Block as(PassageKind other) {
        return new Block(other, start, end, label, page);
    }

    public String in(String text) {
        return text.substring(start, end);
    }
}
