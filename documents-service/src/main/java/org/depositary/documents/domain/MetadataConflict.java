package org.depositary.documents.domain;

import java.util.List;
import java.util.Optional;

/**
 * A metadata field for which the document states different values.
 *
 * @param values the different values; the first one is the value of the field
 */
public record MetadataConflict(String field, List<Value> values) {

    /** A value, and where it was read: see {@link MetadataOrigin}. */
    public record Value(String value, String from, Optional<String> anchor) {}
}
