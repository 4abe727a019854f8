package org.depositary.facts.passages;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * One chunk of a document's text, as published in {@code documents.text}.
 *
 * @param start offset of {@code text} in the whole extracted text, in Unicode code points
 * @param passages the passages in this chunk; their offsets count in the whole text
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PassageChunk(
        String document, int extraction, int chunk, int chunks, int start, String text, List<Location> passages) {

    /**
     * The offsets of a passage: {@code start} inclusive, {@code end} exclusive.
     *
     * @param repaired the text after repairs, if it differs
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Location(String anchor, String kind, int start, int end, Optional<String> repaired) {}

    String words(Location passage) {
        int from = text.offsetByCodePoints(0, passage.start() - start);
        return text.substring(from, text.offsetByCodePoints(from, passage.end() - passage.start()));
    }
}
