package org.depositary.gateway.read.documents;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document with almost the same text.
 *
 * @param similarity estimated share of words in common, above 0 and below 1
 */
public record NearDuplicate(
        @Schema(description = "The id of the other document")
        String document,

        double similarity) {}
