package org.depositary.documents.texts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.passage.Passage;

/**
 * A part of a document's text as it is published in {@code documents.text}; the parts put together in order are the
 * whole text. All offsets count Unicode code points in the whole text.
 *
 * @param extraction which reading of the document this is of
 * @param chunk from 0
 * @param chunks how many there are
 * @param start of {@code text} in the whole text
 * @param rights {@code restricted} or {@code public}
 * @param passages that stand in {@code text}, each whole
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

    /** Where a passage stands: {@code start} inclusive, {@code end} exclusive. */
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

    /** The key of its record: compaction keeps the last value of each. */
    static String key(String document, int chunk) {
        return document + "/" + chunk;
    }
}
