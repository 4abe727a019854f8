package org.depositary.documents.extraction.structure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What every kind of file comes down to: a text and the blocks it consists of.
 *
 * @param language as the document declares it (BCP 47); the text decides where it is long enough
 * @param problem what could not be read although the rest could
 */
public record ExtractedStructure(
        String text,
        List<TextBlock> blocks,
        ExtractedMetadata description,
        Optional<String> language,
        OptionalInt pages,
        Optional<String> problem) {}
