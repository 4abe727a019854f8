package org.depositary.documents.domain;

import java.util.List;
import java.util.Optional;

/** The events of a document. */
public sealed interface DocumentEvent {

    /** The document's id: the first 32 hexadecimal digits of the SHA-256 of its bytes. */
    String id();

    /**
     * The bytes were received.
     *
     * @param bytes their number
     * @param mediaType as declared, without parameters
     * @param charset as declared with the media type
     * @param metadata as given with the bytes
     */
    record DocumentReceived(
            String id,
            String sha256,
            long bytes,
            String mediaType,
            Optional<String> charset,
            Optional<String> filename,
            DocumentRights rights,
            DocumentMetadata metadata)
            implements DocumentEvent {}

    /**
     * The extraction ended, with or without a text.
     *
     * @param extraction from 1, increased by each extraction of the document
     * @param status {@code ok}, {@code partial}, {@code no-text} …
     * @param title and the fields after it: as found in the document
     * @param pages absent if the document has no pages
     * @param characters length of the text, in Unicode code points
     * @param passages number of passages
     * @param textSha256 hash of the text in UTF-8, to find documents with the same text
     * @param problem in plain words
     */
    record DocumentExtracted(
            String id,
            int extraction,
            String status,
            Optional<String> title,
            Optional<String> author,
            Optional<String> date,
            Optional<String> place,
            Optional<String> publisher,
            Optional<String> type,
            Optional<String> language,
            Optional<Integer> pages,
            int characters,
            int passages,
            Optional<String> textSha256,
            Optional<String> problem)
            implements DocumentEvent {

        DocumentMetadata metadata() {
            return new DocumentMetadata(title, author, date, place, publisher, type, language);
        }

        boolean hasText() {
            return passages > 0;
        }
    }

    /**
     * A curator corrected the metadata.
     *
     * @param title and the fields after it: all metadata after the correction
     * @param corrected the names of the fields that changed
     */
    record DocumentMetadataCorrected(
            String id,
            Optional<String> title,
            Optional<String> author,
            Optional<String> date,
            Optional<String> place,
            Optional<String> publisher,
            Optional<String> type,
            Optional<String> language,
            DocumentRights rights,
            List<String> corrected,
            Optional<String> reason)
            implements DocumentEvent {

        static DocumentMetadataCorrected of(
                String id,
                DocumentMetadata metadata,
                DocumentRights rights,
                List<String> corrected,
                Optional<String> reason) {
            return new DocumentMetadataCorrected(
                    id,
                    metadata.title(),
                    metadata.author(),
                    metadata.date(),
                    metadata.place(),
                    metadata.publisher(),
                    metadata.type(),
                    metadata.language(),
                    rights,
                    corrected,
                    reason);
        }

        DocumentMetadata metadata() {
            return new DocumentMetadata(title, author, date, place, publisher, type, language);
        }
    }

    /** The bytes and the text were erased. Hash, metadata and reason stay. */
    record DocumentTakenDown(String id, String reason) implements DocumentEvent {}
}
