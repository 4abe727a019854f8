package org.depositary.facts.passages;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A part of a document's text as {@code documents.text} has it.
 *
 * @param start where {@code text} starts in the whole extracted text, in Unicode code points
 * @param passages addresses of the passages in this part; their offsets count in the whole text
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PassageChunk(
        String document, int extraction, int chunk, int chunks, int start, String text, List<Location> passages) {

    /** Where a passage stands: {@code start} inclusive, {@code end} exclusive. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Location(String anchor, int start, int end) {}

    /** The passage's words: exactly that slice of the text. */
    String words(Location passage) {
        int from = text.offsetByCodePoints(0, passage.start() - start);
        return text.substring(from, text.offsetByCodePoints(from, passage.end() - passage.start()));
    }
}
