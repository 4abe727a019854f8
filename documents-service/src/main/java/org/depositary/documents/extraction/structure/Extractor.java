package org.depositary.documents.extraction.structure;

import org.depositary.documents.extraction.DocumentExtraction;

/** Extracts the text of one kind of file. A new extractor is registered in {@link DocumentExtraction}. */
public interface Extractor {

    FileKind reads();

    /** @throws UnreadableDocumentException with the status of the extraction */
    ExtractedStructure read(ExtractionInput source);
}
