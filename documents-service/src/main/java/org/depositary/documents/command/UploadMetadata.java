package org.depositary.documents.command;

import java.net.URLConnection;
import java.util.Optional;
import org.depositary.documents.domain.Metadata;
import org.depositary.documents.domain.Rights;
import org.depositary.documents.extraction.structure.DeclaredMediaType;

/**
 * What came with the bytes of a document.
 *
 * @param filename without directories
 */
record UploadMetadata(DeclaredMediaType type, Optional<String> filename, Rights rights, Metadata metadata) {

    private static final int LONGEST_NAME = 255;

    static UploadMetadata of(
            Optional<String> contentType, Optional<String> filename, Rights rights, Metadata metadata) {
        var name = filename.map(UploadMetadata::withoutDirectories).filter(it -> !it.isBlank());
        var declared = DeclaredMediaType.of(contentType.orElse(""));
        return new UploadMetadata(declared.saysNothing() ? typeOf(name) : declared, name, rights, metadata);
    }

    /** The name tells the type where the sender does not. */
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
