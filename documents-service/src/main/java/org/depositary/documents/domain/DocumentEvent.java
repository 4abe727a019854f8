package org.depositary.documents.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of a document. */
public sealed interface DocumentEvent {

    /** The document's id: the first 32 hexadecimal digits of the SHA-256 of its bytes. */
    String id();

    /**
     * The bytes were received.
     *
     * @param bytes the number of bytes
     * @param mediaType the declared media type, without parameters
     * @param charset the charset declared with the media type
     * @param metadata the metadata sent with the bytes
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
     * @param extraction the number of the extraction of this document, from 1
     * @param status {@code ok}, {@code partial}, {@code no-text} …
     * @param title the title found in the document; the metadata fields after it were found there too
     * @param pages absent if the document has no pages
     * @param characters length of the text, in Unicode code points
     * @param passages number of passages
     * @param textSha256 hash of the text in UTF-8, to find documents with the same text
     * @param problem the reason why the text is missing or incomplete, as a sentence
     * @param tool names and versions of what extracted the text; absent in older events, and if there is no text
     * @param signatories the names in the signatures, as printed; absent in older events, like the fields after it
     * @param origins for each metadata field, where it was read
     * @param conflicts the fields for which the document states different values
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
            Optional<String> problem,
            Optional<String> tool,
            Optional<List<String>> signatories,
            Optional<Map<String, MetadataOrigin>> origins,
            Optional<List<MetadataConflict>> conflicts)
            implements DocumentEvent {

        DocumentMetadata metadata() {
            return new DocumentMetadata(title, author, date, place, publisher, type, language, signatories);
        }

        List<String> fieldsInConflict() {
            return conflicts.orElse(List.of()).stream()
                    .map(MetadataConflict::field)
                    .toList();
        }

        boolean hasText() {
            return passages > 0;
        }
    }

    /**
     * A curator corrected the metadata.
     *
     * @param title the title after the correction; the fields after it are the other metadata after the correction
     * @param corrected the names of the fields that changed, or whose value a curator confirmed
     * @param signatories the signatories after the correction
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
            Optional<String> reason,
            Optional<List<String>> signatories)
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
                    reason,
                    metadata.signatories());
        }

        DocumentMetadata metadata() {
            return new DocumentMetadata(title, author, date, place, publisher, type, language, signatories);
        }
    }

    /** The bytes and the text were erased. The hash, the metadata and the reason are kept. */
    record DocumentTakenDown(String id, String reason) implements DocumentEvent {}

    /** The bytes can be received again. Nothing that the takedown erased comes back. */
    record DocumentTakedownLifted(String id, String reason) implements DocumentEvent {}
}
