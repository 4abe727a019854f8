package org.depositary.documents.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.documents.domain.DocumentEvent.DocumentReceived;

/** The commands on a document. */
public sealed interface DocumentCommand {

    /** Receives the bytes of a document. If they were received before, nothing changes. */
    record ReceiveDocument(DocumentReceived document) implements DocumentCommand {}

    record RecordExtraction(Extracted result) implements DocumentCommand {}

    /** Corrects the metadata fields that are present, and the rights if present. */
    record CorrectMetadata(DocumentMetadata fields, Optional<DocumentRights> rights, Optional<String> reason)
            implements DocumentCommand {}

    record RetryExtraction() implements DocumentCommand {}

    /** Erases the bytes and the text. */
    record TakeDown(String reason) implements DocumentCommand {}

    /** Allows the bytes of a document that was taken down to be received again. */
    record LiftTakedown(String id, String reason) implements DocumentCommand {}

    /**
     * The result of an extraction, see {@link DocumentEvent.DocumentExtracted}.
     *
     * @param text absent if the document has no text
     * @param origins for each metadata field, where it was read
     */
    record Extracted(
            String status,
            DocumentMetadata metadata,
            Optional<Integer> pages,
            Optional<Text> text,
            Optional<String> problem,
            Optional<String> tool,
            Map<String, MetadataOrigin> origins,
            List<MetadataConflict> conflicts) {}

    /**
     * The measures of an extracted text.
     *
     * @param characters the length in Unicode code points
     * @param passages the number of passages
     * @param sha256 the hash of its UTF-8 bytes
     */
    record Text(int characters, int passages, String sha256) {}
}
