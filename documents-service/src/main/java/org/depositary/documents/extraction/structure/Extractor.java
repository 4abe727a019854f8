package org.depositary.documents.extraction.structure;

import org.depositary.documents.extraction.DocumentExtraction;

/** Extracts the text of one kind of file. A new extractor is registered in {@link DocumentExtraction}. */
public interface Extractor {

    FileKind reads();

    /**
     * Extracts the text and its blocks.
     *
     * @throws UnreadableDocumentException if no text can be extracted; it has the status of the extraction
     */
    ExtractedStructure read(ExtractionInput source);
}
