package org.depositary.documents.extraction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.structure.ExtractedMetadata;
import org.depositary.documents.extraction.structure.ExtractionStatus;

/** What reading a document gave. */
public sealed interface ExtractionOutcome {

    ExtractionStatus status();

    /** In plain words, what went wrong; absent where nothing did. */
    Optional<String> problem();

    /**
     * A text and its passages. Whatever is printed in the text stands in exactly one passage, only rules (lines of
     * dashes) are in none.
     *
     * @param passages in the order of the text, none overlapping another
     * @param language BCP 47, of most of the text
     */
    record Read(
            String text,
            List<Passage> passages,
            ExtractedMetadata description,
            Optional<String> language,
            OptionalInt pages,
            Optional<String> problem)
            implements ExtractionOutcome {

        /** {@code partial} when there is something to complain about. */
        @Override
        public ExtractionStatus status() {
            return problem.isPresent() ? ExtractionStatus.PARTIAL : ExtractionStatus.OK;
        }

        /** Length of the text in Unicode code points. */
        public int characters() {
            return text.codePointCount(0, text.length());
        }
    }

    /** No text was read; {@code reason} says why. */
    record Unread(ExtractionStatus status, String reason) implements ExtractionOutcome {
        @Override
        public Optional<String> problem() {
            return Optional.of(reason);
        }
    }
}
