package org.depositary.documents.extraction.structure;

import org.depositary.documents.extraction.Extraction;

/** Reads one kind of file. A further kind is one more of these, and a line in {@link Extraction}. */
public interface Extractor {

    FileKind reads();

    /**
     * The text and its blocks.
     *
     * @throws UnreadableDocument with the status that applies
     */
    ExtractedStructure read(SourceBytes source);
}
