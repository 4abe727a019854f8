package org.depositary.documents.extraction;

/** Reads one kind of file. A further kind is one more of these, and a line in {@link Extraction}. */
interface Extractor {

    FileKind reads();

    /**
     * The text and its blocks.
     *
     * @throws Unreadable with the status that applies
     */
    Structure read(Source source);
}
