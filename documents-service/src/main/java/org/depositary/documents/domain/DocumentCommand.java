package org.depositary.documents.domain;

import java.util.Optional;
import org.depositary.documents.domain.DocumentEvent.DocumentReceived;

/** What can be asked of a document. */
public sealed interface DocumentCommand {

    /** Take the bytes in; the same bytes again change nothing. */
    record ReceiveDocument(DocumentReceived document) implements DocumentCommand {}

    /** Record how reading the bytes ended. */
    record RecordExtraction(Extracted result) implements DocumentCommand {}

    /** Say something else: the fields that are present, and rights if present. */
    record CorrectMetadata(Metadata fields, Optional<Rights> rights, Optional<String> reason)
            implements DocumentCommand {}

    /** Read the bytes once more. */
    record RetryExtraction() implements DocumentCommand {}

    /** Erase bytes and text. */
    record TakeDown(String reason) implements DocumentCommand {}

    /**
     * What reading the bytes gave, see {@link DocumentEvent.DocumentExtracted}.
     *
     * @param text absent where none was read
     */
    record Extracted(
            String status, Metadata metadata, Optional<Integer> pages, Optional<Text> text, Optional<String> problem) {}

    /** The measures of an extracted text. */
    record Text(int characters, int passages, String sha256) {}
}
