package org.depositary.documents.extraction.structure;

/** Thrown when no text can be extracted. The message is shown to users. */
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
