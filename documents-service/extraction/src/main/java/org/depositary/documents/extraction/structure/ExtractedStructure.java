package org.depositary.documents.extraction.structure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;

/**
 * The result of an extractor: a text and its blocks.
 *
 * @param language the language declared in the document (BCP 47); for long texts the detected language has priority
 * @param problem the reason why a part of the document could not be read; absent if all could
 */
public record ExtractedStructure(
        String text,
        List<TextBlock> blocks,
        ExtractedMetadata description,
        Optional<String> language,
        OptionalInt pages,
        Optional<String> problem) {

    /** Returns this structure with a reason why its text ends early. An earlier reason stays before it. */
    public ExtractedStructure endingEarly(String reason) {
        String both = problem.map(before -> before + " " + reason).orElse(reason);
        return new ExtractedStructure(text, blocks, description, language, pages, Optional.of(both));
    }
}
