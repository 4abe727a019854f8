package org.depositary.documents.domain;

import java.util.Optional;

/**
 * Where a metadata field was read.
 *
 * @param from {@code header-line}, {@code html-meta}, {@code heading}, {@code text}, {@code file-property} or
 *     {@code file-name}
 * @param anchor the passage with the value; absent if it stands in no passage
 */
public record MetadataOrigin(String from, Optional<String> anchor) {

    static final MetadataOrigin FILE_NAME = new MetadataOrigin("file-name", Optional.empty());
}
