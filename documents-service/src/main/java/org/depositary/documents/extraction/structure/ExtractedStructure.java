package org.depositary.documents.extraction.structure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The result of an extractor: a text and its blocks.
 *
 * @param language as declared in the document (BCP 47); language detection has priority for long texts
 * @param problem what could not be read although the rest could
 */
public record ExtractedStructure(
        String text,
        List<TextBlock> blocks,
        ExtractedMetadata description,
        Optional<String> language,
        OptionalInt pages,
        Optional<String> problem) {}
