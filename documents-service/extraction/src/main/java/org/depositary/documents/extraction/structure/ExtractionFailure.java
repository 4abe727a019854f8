package org.depositary.documents.extraction.structure;

import java.util.Locale;

/**
 * The reason why an extractor stopped before the end of a document.
 *
 * @param status the status if no text was extracted before
 * @param reason a sentence for users
 */
public record ExtractionFailure(ExtractionStatus status, String reason) {

    private static final String DAMAGED = "The file is damaged: %s.";

    /** Explains what an extractor or a library has thrown. */
    public static ExtractionFailure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnreadableDocumentException known -> {
                    return new ExtractionFailure(known.status(), known.getMessage());
                }
                case OutOfMemoryError memory -> {
                    return new ExtractionFailure(
                            ExtractionStatus.TOO_LARGE, "Extracting the text needs more memory than allowed.");
                }
                case StackOverflowError depth -> {
                    return new ExtractionFailure(ExtractionStatus.TOO_LARGE, "The file is nested too deeply.");
                }
                default -> {}
            }
        }
        return new ExtractionFailure(ExtractionStatus.CORRUPT, DAMAGED.formatted(shortText(thrown)));
    }

    /** Returns this failure as an exception, for a document without any text. */
    public UnreadableDocumentException exception() {
        return new UnreadableDocumentException(status, reason);
    }

    private static String shortText(Throwable thrown) {
        String name = thrown.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return "its reader reports " + name.toLowerCase(Locale.ROOT);
    }
}
