package org.depositary.documents.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.depositary.documents.domain.DocumentMetadata;
import org.depositary.documents.domain.DocumentRights;
import org.junit.jupiter.api.Test;

class UploadMetadataTest {

    /** Stored hashes of requests depend on this text, and so on the names of the records and fields in it. */
    @Test
    void the_fingerprint_never_changes() {
        var metadata = UploadMetadata.of(
                Optional.of("text/plain; charset=utf-8"),
                Optional.of("dir/a.txt"),
                DocumentRights.PUBLIC,
                DocumentMetadata.NONE);
        assertThat(metadata.fingerprint())
                .isEqualTo("GivenMetadata[type=DeclaredMediaType[mediaType=text/plain, charset=Optional[utf-8]],"
                        + " filename=Optional[a.txt], rights=public, metadata=Metadata[title=Optional.empty,"
                        + " author=Optional.empty, date=Optional.empty, place=Optional.empty,"
                        + " publisher=Optional.empty, type=Optional.empty, language=Optional.empty]]");
    }
}
