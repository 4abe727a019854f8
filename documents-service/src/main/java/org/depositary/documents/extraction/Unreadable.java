package org.depositary.documents.extraction;

/** Ends an extraction from anywhere inside it; {@link Extraction} turns it into an outcome. */
final class Unreadable extends RuntimeException {
    private final Status status;

    Unreadable(Status status, String problem) {
        super(problem);
        this.status = status;
    }

    Outcome outcome() {
        return new Outcome.Unread(status, getMessage());
    }
}
