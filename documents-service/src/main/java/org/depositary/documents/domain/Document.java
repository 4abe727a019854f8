package org.depositary.documents.domain;

/** The state of a document. */
public sealed interface Document {

    /** No document with this id was received. */
    record Unknown() implements Document {}

    /**
     * The bytes were received, and no extraction of them has ended yet.
     *
     * @param extraction the number of the last extraction before a takedown; 0 if there was none
     */
    record Received(File file, int extraction) implements Document {}

    /**
     * At least one extraction of the text has ended.
     *
     * @param extraction the number of the last extraction
     * @param hasText whether the last extraction gave a text
     * @param read the metadata in the document itself
     */
    record Extracted(File file, int extraction, boolean hasText, DocumentMetadata read) implements Document {}

    /**
     * The document was taken down: its bytes and its text are erased.
     *
     * @param extraction the number of the last extraction
     */
    record TakenDown(String reason, int extraction) implements Document {}

    /** The takedown was lifted: the same bytes can be received again. Until then the document has no bytes. */
    record Lifted(int extraction) implements Document {}

    /**
     * The properties that are known without an extraction.
     *
     * @param given the metadata from the sender or a curator
     */
    record File(String id, DocumentRights rights, DocumentMetadata given) {}
}
