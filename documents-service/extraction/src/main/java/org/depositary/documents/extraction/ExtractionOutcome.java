package org.depositary.documents.extraction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.structure.ExtractionStatus;

/** The result of an extraction. */
public sealed interface ExtractionOutcome {

    ExtractionStatus status();

    /**
     * Returns the reason why the text is missing or incomplete, as a sentence. Empty if the whole text was extracted.
     */
    Optional<String> problem();

    /**
     * A text and its passages. Every printed character belongs to exactly one passage, except lines of dashes, which
     * belong to none.
     *
     * @param passages in the order of the text, without overlap
     * @param language the language of most of the text, BCP 47
     * @param tool what extracted the text, see {@link org.depositary.documents.extraction.structure.ExtractionTool}
     */
    record Read(
            String text,
            List<Passage> passages,
            ExtractedMetadata description,
            Optional<String> language,
            OptionalInt pages,
            Optional<String> problem,
            String tool)
            implements ExtractionOutcome {

        /** Returns {@code partial} if there is a problem, otherwise {@code ok}. */
        @Override
        public ExtractionStatus status() {
            return problem.isPresent() ? ExtractionStatus.PARTIAL : ExtractionStatus.OK;
        }

        /**
         * Returns the anchor of the passage that contains a character.
         *
         * @param offset the offset of the character in the text, in UTF-16 units
         */
        public Optional<String> anchorAt(int offset) {
            int at = text.codePointCount(0, offset);
            return passages.stream()
                    .filter(passage -> passage.start() <= at && at < passage.end())
                    .findFirst()
                    .map(Passage::anchor);
        }

        /** Returns the length of the text in Unicode code points. */
        public int characters() {
            return text.codePointCount(0, text.length());
        }
    }

    /**
     * No text was extracted.
     *
     * @param reason the explanation, as a sentence
     */
    record Unread(ExtractionStatus status, String reason) implements ExtractionOutcome {
        @Override
        public Optional<String> problem() {
            return Optional.of(reason);
        }
    }
}
