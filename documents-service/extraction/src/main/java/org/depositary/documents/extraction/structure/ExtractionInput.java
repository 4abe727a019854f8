package org.depositary.documents.extraction.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The input of an extractor: the file with the bytes of a document, its kind, its declared media type, and the limits.
 * An extractor must not change the file.
 */
public record ExtractionInput(
        Path file,
        FileKind kind,
        DeclaredMediaType declared,
        ExtractionLimits limits,
        ExtractionDeadline deadline,
        ExtractionProgress progress) {

    /** Returns the bytes of a plain text or HTML page, as far as the limits allow. */
    public byte[] bytes() {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(limits.mostBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
