package org.depositary.gateway.texts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A part of a document's text, as published on topic {@code documents.text}.
 *
 * @param extraction version of the extracted text
 * @param start offset of {@code text} in the whole text, in Unicode code points
 * @param passages passages in this part; their offsets are offsets in the whole text
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PublishedTextChunk(
        String document, int extraction, int chunk, int chunks, int start, String text, List<Location> passages) {

    /**
     * The position of a passage in the whole text, from {@code start} (inclusive) to {@code end} (exclusive).
     *
     * @param box x, y, width and height on the page, in points
     * @param repaired the text after the repairs, if it differs
     * @param repairs the edits that lead to {@code repaired}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Location(
            String anchor,
            String kind,
            int start,
            int end,
            Optional<String> language,
            Optional<Integer> page,
            Optional<String> pageLabel,
            Optional<JsonNode> box,
            Optional<String> repaired,
            Optional<JsonNode> repairs,
            Optional<String> continuedIn) {}

    /** The text of a passage: exactly its part of the whole text. */
    String textOf(Location passage) {
        int from = text.offsetByCodePoints(0, passage.start() - start);
        return text.substring(from, text.offsetByCodePoints(from, passage.end() - passage.start()));
    }
}
