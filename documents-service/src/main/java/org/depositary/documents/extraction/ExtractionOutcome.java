package org.depositary.documents.extraction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.structure.ExtractedMetadata;
import org.depositary.documents.extraction.structure.ExtractionStatus;

/** The result of an extraction. */
public sealed interface ExtractionOutcome {

    ExtractionStatus status();

    /** What went wrong, in plain words. Absent if nothing did. */
    Optional<String> problem();

    /**
     * A text and its passages. Every printed character is in exactly one passage, except rules (lines of dashes), which
     * are in none.
     *
     * @param passages in the order of the text, without overlap
     * @param language BCP 47, the language of most of the text
     */
    record Read(
            String text,
            List<Passage> passages,
            ExtractedMetadata description,
            Optional<String> language,
            OptionalInt pages,
            Optional<String> problem)
            implements ExtractionOutcome {

        /** {@code partial} if there is a problem. */
        @Override
        public ExtractionStatus status() {
            return problem.isPresent() ? ExtractionStatus.PARTIAL : ExtractionStatus.OK;
        }

        /** Length of the text in Unicode code points. */
        public int characters() {
            return text.codePointCount(0, text.length());
        }
    }

    /** No text was extracted; {@code reason} says why. */
    record Unread(ExtractionStatus status, String reason) implements ExtractionOutcome {
        @Override
        public Optional<String> problem() {
            return Optional.of(reason);
        }
    }
}
