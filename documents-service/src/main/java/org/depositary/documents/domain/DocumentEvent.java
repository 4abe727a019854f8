package org.depositary.documents.domain;

import java.util.List;
import java.util.Optional;

/** What can have happened to a document. */
public sealed interface DocumentEvent {

    /** The document's id: the first 32 hexadecimal digits of the SHA-256 of its bytes. */
    String id();

    /**
     * Its bytes came in.
     *
     * @param bytes how many
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
            Rights rights,
            Metadata metadata)
            implements DocumentEvent {}

    /**
     * Its bytes were read, or could not be.
     *
     * @param extraction from 1, one more each time the document is read again
     * @param status how that ended: {@code ok}, {@code partial}, {@code no-text} …
     * @param title and the fields after it: as the document itself tells
     * @param pages absent where it has none
     * @param characters of its text, in Unicode code points
     * @param passages how many
     * @param textSha256 of its text in UTF-8, so that documents with the same text find each other
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

        Metadata metadata() {
            return new Metadata(title, author, date, place, publisher, type, language);
        }

        boolean hasText() {
            return passages > 0;
        }
    }

    /**
     * A curator corrected what is said about it.
     *
     * @param title and the fields after it: all that is said from now on
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
            Rights rights,
            List<String> corrected,
            Optional<String> reason)
            implements DocumentEvent {

        static DocumentMetadataCorrected of(
                String id, Metadata metadata, Rights rights, List<String> corrected, Optional<String> reason) {
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

        Metadata metadata() {
            return new Metadata(title, author, date, place, publisher, type, language);
        }
    }

    /** Its bytes and its text were erased everywhere; its hash, its metadata and the reason stay. */
    record DocumentTakenDown(String id, String reason) implements DocumentEvent {}
}
