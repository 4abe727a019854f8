package org.depositary.documents.texts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.passage.Passage;

/**
 * One chunk of a document's text, as published in {@code documents.text}. The chunks in order are the whole text. All
 * offsets count Unicode code points in the whole text.
 *
 * @param extraction the number of the extraction, from 1
 * @param chunk the number of the chunk, from 0
 * @param chunks the number of chunks
 * @param start offset of {@code text} in the whole text
 * @param rights {@code restricted} or {@code public}
 * @param passages the passages in {@code text}; a passage is never split between chunks
 */
public record TextChunk(
        String document,
        int extraction,
        int chunk,
        int chunks,
        int start,
        String text,
        String rights,
        List<Location> passages) {

    /** A passage and its offsets: {@code start} inclusive, {@code end} exclusive. */
    record Location(String anchor, String kind, int start, int end, Optional<String> language, OptionalInt page) {

        static Location of(Passage passage) {
            return new Location(
                    passage.anchor(),
                    passage.kind().label(),
                    passage.start(),
                    passage.end(),
                    passage.language(),
                    passage.page());
        }
    }

    /**
     * Returns the key of the Kafka record. Compaction keeps only the last record of each key, so a new text replaces
     * the old one.
     */
    static String key(String document, int chunk) {
        return document + "/" + chunk;
    }
}
