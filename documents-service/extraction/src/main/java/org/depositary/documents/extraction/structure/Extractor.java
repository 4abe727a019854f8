package org.depositary.documents.extraction.structure;

import java.util.Optional;

/**
 * Extracts the text of some kinds of files. A new extractor is registered in {@code DocumentExtraction}.
 *
 * <p>An extractor that stops early returns the text that it has, with a problem. It throws only if it has no text.
 */
public interface Extractor {

    boolean reads(FileKind kind);

    /** Returns the library that reads the file, with its version. */
    default Optional<String> library() {
        return Optional.empty();
    }

    /**
     * Extracts the text and its blocks.
     *
     * @throws UnreadableDocumentException if no text can be extracted; it has the status of the extraction
     */
    ExtractedStructure read(ExtractionInput source);
}
