package org.depositary.documents.extraction.samples;

import java.util.Set;
import java.util.function.Supplier;
import org.depositary.documents.extraction.structure.ExtractionStatus;

/**
 * A file that is damaged, hostile or of another kind than declared.
 *
 * @param declared the media type that its sender declares
 * @param bytes makes its content
 * @param expected the statuses that are right for it
 */
public record BadFile(String name, String declared, Supplier<byte[]> bytes, Set<ExtractionStatus> expected) {

    static BadFile of(String name, String declared, Supplier<byte[]> bytes, ExtractionStatus... expected) {
        return new BadFile(name, declared, bytes, Set.of(expected));
    }

    @Override
    public String toString() {
        return name;
    }
}
