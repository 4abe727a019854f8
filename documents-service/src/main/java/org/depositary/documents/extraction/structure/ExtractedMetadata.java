package org.depositary.documents.extraction.structure;

import java.util.Optional;

/**
 * What a document says about itself, as read in its header lines or its markup; nothing is guessed from the body.
 *
 * @param date EDTF
 * @param type such as {@code declaration}, read in the title
 */
public record ExtractedMetadata(
        Optional<String> title,
        Optional<String> author,
        Optional<String> date,
        Optional<String> place,
        Optional<String> publisher,
        Optional<String> type) {}
