package org.depositary.documents.extraction.structure;

import java.time.Duration;

/** The time limit of an extraction. Long loops call {@link #check()}. */
public final class ExtractionDeadline {
    public static final Duration TO_FINISH = Duration.ofSeconds(3);

    private final long nanos;
    private final Duration allowed;

    private ExtractionDeadline(Duration allowed) {
        this.allowed = allowed;
        this.nanos = System.nanoTime() + allowed.toNanos();
    }

    public static ExtractionDeadline in(Duration allowed) {
        return new ExtractionDeadline(allowed);
    }

    /** Returns a deadline for finishing the text that an extraction has so far: a few seconds, or the rest if longer. */
    public ExtractionDeadline toFinish() {
        boolean enough = nanos - System.nanoTime() > TO_FINISH.toNanos();
        return enough ? this : new ExtractionDeadline(TO_FINISH);
    }

    /**
     * Checks that time remains.
     *
     * @throws UnreadableDocumentException with {@code timeout} if the time limit has passed
     */
    public void check() {
        if (System.nanoTime() - nanos > 0) {
            throw new UnreadableDocumentException(
                    ExtractionStatus.TIMEOUT, "The extraction took longer than " + allowed.toSeconds() + " seconds.");
        }
    }
}
