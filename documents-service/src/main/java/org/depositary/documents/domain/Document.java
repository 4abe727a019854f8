package org.depositary.documents.domain;

/** What a document is after all that happened to it. */
public sealed interface Document {

    /** Nothing was ever received under this id. */
    record Unknown() implements Document {}

    /** Its bytes are here, and have not been read yet. */
    record Received(File file) implements Document {}

    /**
     * Its bytes have been read at least once.
     *
     * @param extraction the number of the last time
     * @param hasText whether a text was read
     * @param read what the document says about itself
     */
    record Extracted(File file, int extraction, boolean hasText, Metadata read) implements Document {}

    /** Its bytes and its text are gone. */
    record TakenDown(String reason) implements Document {}

    /**
     * What is known without reading.
     *
     * @param said by the sender or a curator
     */
    record File(String id, Rights rights, Metadata said) {}
}
