package org.depositary.documents.extraction.structure;

/** Ends an extraction. The message is for people. */
public final class UnreadableDocumentException extends RuntimeException {
    private final ExtractionStatus status;

    public UnreadableDocumentException(ExtractionStatus status, String problem) {
        super(problem);
        this.status = status;
    }

    public ExtractionStatus status() {
        return status;
    }
}
