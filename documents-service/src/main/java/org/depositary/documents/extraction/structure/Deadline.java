package org.depositary.documents.extraction.structure;

import java.time.Duration;

/** The time limit of an extraction. Long loops call {@link #check()}. */
public final class Deadline {
    private final long nanos;
    private final Duration allowed;

    private Deadline(Duration allowed) {
        this.allowed = allowed;
        this.nanos = System.nanoTime() + allowed.toNanos();
    }

    public static Deadline in(Duration allowed) {
        return new Deadline(allowed);
    }

    /** @throws UnreadableDocumentException with {@code timeout} if the time is over */
    public void check() {
        if (System.nanoTime() - nanos > 0) {
            throw new UnreadableDocumentException(
                    ExtractionStatus.TIMEOUT,
                    "Reading the document took longer than " + allowed.toSeconds() + " seconds.");
        }
    }
}
