package org.depositary.documents.command;

import java.net.URLConnection;
import java.util.List;
import java.util.Optional;
import org.depositary.documents.domain.DocumentMetadata;
import org.depositary.documents.domain.DocumentRights;
import org.depositary.documents.extraction.structure.DeclaredMediaType;

/**
 * The metadata that arrived with the bytes of a document.
 *
 * @param filename the name of the uploaded file, without directories
 */
record UploadMetadata(
        DeclaredMediaType type, Optional<String> filename, DocumentRights rights, DocumentMetadata metadata) {

    private static final int LONGEST_NAME = 255;

    static UploadMetadata of(
            Optional<String> contentType, Optional<String> filename, DocumentRights rights, DocumentMetadata metadata) {
        var name = filename.map(UploadMetadata::withoutDirectories).filter(it -> !it.isBlank());
        var declared = DeclaredMediaType.of(contentType.orElse(""));
        return new UploadMetadata(declared.isDefault() ? typeOf(name) : declared, name, rights, metadata);
    }

    /**
     * Returns a text that identifies this metadata. It is part of the hash that is stored with an idempotency key.
     * Its form must stay as it is: otherwise a request that is repeated after an upgrade would count as another
     * request.
     */
    String fingerprint() {
        return ("GivenMetadata[type=%s, filename=%s, rights=%s, metadata=Metadata[title=%s, author=%s, date=%s, place=%s, "
                        + "publisher=%s, type=%s, language=%s]]%s")
                .formatted(
                        type,
                        filename,
                        rights,
                        metadata.title(),
                        metadata.author(),
                        metadata.date(),
                        metadata.place(),
                        metadata.publisher(),
                        metadata.type(),
                        metadata.language(),
                        metadata.signatories().map(List::toString).orElse(""));
    }

    /** Returns the media type that the extension of the file name suggests. It is used if the sender declares none. */
    private static DeclaredMediaType typeOf(Optional<String> filename) {
        return DeclaredMediaType.of(
                filename.map(URLConnection::guessContentTypeFromName).orElse(""));
    }

    private static String withoutDirectories(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
