package org.depositary.documents.extraction.structure;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The text that an extraction has so far. If the extraction hangs, another thread reads it, so that this text is not
 * lost.
 */
public final class ExtractionProgress {

    private volatile Supplier<ExtractedStructure> textSoFar;

    /** Registers how to get the text so far. The supplier may throw if the extractor is writing at that moment. */
    public void register(Supplier<ExtractedStructure> supplier) {
        this.textSoFar = supplier;
    }

    /** Returns the text so far. Empty if there is none, or if it cannot be read at this moment. */
    public Optional<ExtractedStructure> textSoFar() {
        Supplier<ExtractedStructure> supplier = textSoFar;
        if (supplier == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(supplier.get()).filter(text -> !text.blocks().isEmpty());
        } catch (RuntimeException beingWritten) {
            return Optional.empty();
        }
    }
}
