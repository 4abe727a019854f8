package org.depositary.documents.extraction.structure;

import org.depositary.documents.extraction.DocumentExtraction;

/** Reads one kind of file. A further kind is one more of these, and a line in {@link DocumentExtraction}. */
public interface Extractor {

    FileKind reads();

    /**
     * The text and its blocks.
     *
     * @throws UnreadableDocumentException with the status that applies
     */
    ExtractedStructure read(ExtractionInput source);
}
