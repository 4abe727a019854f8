package org.depositary.documents.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
     * @param conflicts the fields for which the document states different values
     */
    record Extracted(File file, int extraction, boolean hasText, DocumentMetadata read, List<String> conflicts)
            implements Document {}

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
     * @param filename the name of the uploaded file
     * @param sent the metadata that the sender sent
     * @param given the metadata from the sender or a curator
     * @param corrected the fields that a curator corrected or confirmed
     */
    record File(
            String id,
            DocumentRights rights,
            Optional<String> filename,
            DocumentMetadata sent,
            DocumentMetadata given,
            List<String> corrected) {

        static File of(DocumentEvent.DocumentReceived received) {
            return new File(
                    received.id(),
                    received.rights(),
                    received.filename(),
                    received.metadata(),
                    received.metadata(),
                    List.of());
        }

        File with(DocumentEvent.DocumentMetadataCorrected correction) {
            var fields = Stream.concat(corrected.stream(), correction.corrected().stream())
                    .distinct()
                    .toList();
            return new File(id, correction.rights(), filename, sent, correction.metadata(), fields);
        }
    }
}
