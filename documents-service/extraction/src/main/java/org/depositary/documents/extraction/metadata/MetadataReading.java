package org.depositary.documents.extraction.metadata;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One value of a metadata field, and where it was read.
 *
 * @param at an offset in the passage that contains the value, in UTF-16 units of the text; empty if it stands in no
 *     passage
 */
public record MetadataReading(MetadataField field, String value, MetadataSource source, OptionalInt at) {

    /** A value that stands in the text. */
    public static MetadataReading at(int offset, MetadataField field, String value, MetadataSource source) {
        return new MetadataReading(field, value, source, OptionalInt.of(offset));
    }

    /** A value that was read outside the text, for example in a property of the file. */
    public static Optional<MetadataReading> outside(
            MetadataField field, Optional<String> value, MetadataSource source) {
        return value.map(it -> new MetadataReading(field, it, source, OptionalInt.empty()));
    }

    /** Returns another value that was read at the same place. */
    MetadataReading with(MetadataField other, String otherValue) {
        return new MetadataReading(other, otherValue, source, at);
    }

    public MetadataReading standingAt(int offset) {
        return at(offset, field, value, source);
    }
}
