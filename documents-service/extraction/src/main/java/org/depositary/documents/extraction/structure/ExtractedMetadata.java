package org.depositary.documents.extraction.structure;

import java.util.Optional;

/**
 * The metadata in the document itself, from header lines or markup. Nothing is guessed from the body.
 *
 * @param date the date of the document, EDTF
 * @param type the document type, such as {@code declaration}, detected in the title
 */
public record ExtractedMetadata(
        Optional<String> title,
        Optional<String> author,
        Optional<String> date,
        Optional<String> place,
        Optional<String> publisher,
        Optional<String> type) {}
