package org.depositary.documents.texts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.repair.RepairedText;
import org.depositary.documents.extraction.structure.PageBox;
import org.depositary.documents.extraction.structure.TextEdit;

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

    /**
     * A passage and its offsets: {@code start} inclusive, {@code end} exclusive.
     *
     * @param pageLabel the page number as printed
     * @param box x, y, width and height on the page, in points from the top left corner
     * @param repaired the text after the repairs; absent if there are none
     * @param repairs the edits that lead from the extracted text to {@code repaired}; absent if there are none
     * @param continuedIn the anchor of the passage in which the last sentence continues
     */
    record Location(
            String anchor,
            String kind,
            int start,
            int end,
            Optional<String> language,
            OptionalInt page,
            Optional<String> pageLabel,
            Optional<List<Double>> box,
            Optional<String> repaired,
            Optional<List<Repair>> repairs,
            Optional<String> continuedIn) {

        /** @param text the extracted text of the passage */
        static Location of(Passage passage, String text) {
            var edits = Optional.of(passage.edits()).filter(some -> !some.isEmpty());
            return new Location(
                    passage.anchor(),
                    passage.kind().label(),
                    passage.start(),
                    passage.end(),
                    passage.language(),
                    passage.page(),
                    passage.pageLabel(),
                    passage.box().map(PageBox::numbers),
                    edits.map(some -> RepairedText.of(text, passage.start(), some)),
                    edits.map(some -> some.stream().map(Repair::of).toList()),
                    passage.continuedIn());
        }
    }

    /**
     * An edit of the extracted text. Its offsets count in the whole text.
     *
     * @param reason {@code ligature}, {@code hyphen}, {@code mojibake} or {@code footnote-marker}
     */
    record Repair(int start, int end, String replacement, String reason) {

        static Repair of(TextEdit edit) {
            return new Repair(
                    edit.start(), edit.end(), edit.replacement(), edit.reason().label());
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
