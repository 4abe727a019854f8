package org.depositary.documents.domain;

/** The state of a document. */
public sealed interface Document {

    /** Nothing was received under this id. */
    record Unknown() implements Document {}

    /** The bytes were received and are not extracted yet. */
    record Received(File file) implements Document {}

    /**
     * The bytes were extracted at least once.
     *
     * @param extraction the number of the last extraction
     * @param hasText whether the last extraction gave a text
     * @param read the metadata in the document itself
     */
    record Extracted(File file, int extraction, boolean hasText, DocumentMetadata read) implements Document {}

    /** The bytes and the text are erased. */
    record TakenDown(String reason) implements Document {}

    /**
     * What is known without an extraction.
     *
     * @param given the metadata from the sender or a curator
     */
    record File(String id, DocumentRights rights, DocumentMetadata given) {}
}
