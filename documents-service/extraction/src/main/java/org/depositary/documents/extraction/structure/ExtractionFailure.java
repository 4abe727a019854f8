package org.depositary.documents.extraction.structure;

import java.util.Locale;
import org.xml.sax.SAXParseException;

/**
 * The reason why an extractor stopped before the end of a document.
 *
 * @param status the status if no text was extracted before
 * @param reason a sentence for users
 */
public record ExtractionFailure(ExtractionStatus status, String reason) {

    public static final String OUT_OF_MEMORY = "Extracting the text needs more memory than allowed.";
    public static final String INVALID_XML = "The file is damaged: a part of it is not valid XML.";

    private static final String XML_LIMIT = "JAXP000100";
    private static final String DEPTH_LIMIT = "JAXP00010006";
    private static final String DAMAGED = "The file is damaged: %s.";

    /** Explains what an extractor or a library has thrown. */
    public static ExtractionFailure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnreadableDocumentException known -> {
                    return new ExtractionFailure(known.status(), known.getMessage());
                }
                case OutOfMemoryError memory -> {
                    return new ExtractionFailure(ExtractionStatus.TOO_LARGE, OUT_OF_MEMORY);
                }
                case StackOverflowError depth -> {
                    return nestedTooDeeply();
                }
                case SAXParseException xml -> {
                    return ofXml(String.valueOf(xml.getMessage()));
                }
                default -> {}
            }
        }
        return new ExtractionFailure(ExtractionStatus.CORRUPT, DAMAGED.formatted(shortText(thrown)));
    }

    private static ExtractionFailure nestedTooDeeply() {
        return new ExtractionFailure(ExtractionStatus.TOO_LARGE, "The file is nested too deeply.");
    }

    /** Java's XML parser has limits of its own. Its messages start with their number. */
    private static ExtractionFailure ofXml(String message) {
        if (message.contains(DEPTH_LIMIT)) {
            return nestedTooDeeply();
        }
        return message.contains(XML_LIMIT)
                ? new ExtractionFailure(ExtractionStatus.TOO_LARGE, "The XML of the file is larger than allowed.")
                : new ExtractionFailure(ExtractionStatus.CORRUPT, INVALID_XML);
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
