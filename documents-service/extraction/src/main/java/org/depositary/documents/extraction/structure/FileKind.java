package org.depositary.documents.extraction.structure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The kind of a file. A signature in the bytes has priority over the declared media type. */
public enum FileKind {
    PDF("a PDF file", "255044462d"),
    ZIP("a ZIP archive, but not a Word document, an OpenDocument text or an EPUB book", "504b0304", "504b0506"),
    OLE("an older Office file, but not a Word document", "d0cf11e0a1b11ae1"),
    /** A Word document of Word 2007 or later (DOCX). Only the content of a {@link #ZIP} shows it. */
    WORD("a Word document"),
    /** A Word document of an earlier version (DOC). Only the content of an {@link #OLE} file shows it. */
    OLD_WORD("an older Word document"),
    /** An OpenDocument text (ODT). Only the content of a {@link #ZIP} shows it. */
    OPEN_DOCUMENT("an OpenDocument text"),
    /** An EPUB book. Only the content of a {@link #ZIP} shows it. */
    EPUB("an EPUB book"),
    RTF("a Rich Text file", "7b5c727466"),
    IMAGE("an image", "89504e47", "ffd8ff", "47494638", "49492a00", "4d4d002a", "52494646"),
    ARCHIVE("a compressed archive", "1f8b", "526172211a07", "377abcaf271c", "425a68", "fd377a585a00", "28b52ffd"),
    PROGRAM("a program", "7f454c46", "cafebabe"),
    HTML("an HTML page"),
    PLAIN_TEXT("plain text"),
    OTHER("of an unsupported kind");

    private static final int SNIFFED_BYTES = 2048;

    /** Readers of PDF files accept other bytes before the signature (ISO 32000-1, annex H). */
    private static final int PDF_OFFSET = 1024;

    private static final List<String> HTML_TYPES = List.of("text/html", "application/xhtml+xml");
    private static final List<String> TEXT_TYPES = List.of("text/plain", "text/markdown");

    /** Types of documents with a signature. Files without it were named wrongly, so their content decides. */
    private static final List<String> DOCUMENT_TYPES = List.of(
            "application/pdf",
            "application/msword",
            "application/rtf",
            "text/rtf",
            "application/epub+zip",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static final Pattern BEGINS_AS_HTML =
            Pattern.compile("(?is)^[\\s\u00ef\u00bb\u00bf\u00fe\u00ff]*+(?:<\\?xml[^>]*+>\\s*+|<!--.*?-->\\s*+)*+"
                    + "<(?:!doctype\\s++html|html)\\b.*");

    private static final Pattern LETTERS = Pattern.compile("[\\p{Alnum}\u0080-\u00ff]{2}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\s\u0080-\u00ff]]");

    private final String description;
    private final List<byte[]> signatures;

    FileKind(String description, String... signatures) {
        this.description = description;
        this.signatures =
                Arrays.stream(signatures).map(HexFormat.of()::parseHex).toList();
    }

    public static FileKind of(byte[] bytes, DeclaredMediaType declared) {
        return Stream.of(values())
                .filter(kind -> kind.signs(bytes, 0))
                .findFirst()
                .orElseGet(() -> isPdfAfterOtherBytes(bytes, declared) ? PDF : withoutSignature(bytes, declared));
    }

    /** A text can mention the signature of PDF files. So text before the signature makes the file a text. */
    private static boolean isPdfAfterOtherBytes(byte[] bytes, DeclaredMediaType declared) {
        var signature = IntStream.rangeClosed(1, PDF_OFFSET)
                .filter(at -> PDF.signs(bytes, at))
                .findFirst();
        return signature.isPresent()
                && !beginsAsHtml(bytes)
                && (declared.mediaType().equals("application/pdf") || !isText(bytes, signature.getAsInt()));
    }

    private static boolean isText(byte[] bytes, int length) {
        String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        return LETTERS.matcher(start).find() && !CONTROL.matcher(start).find();
    }

    /** Returns the description for messages, such as "a PDF file". */
    public String description() {
        return description;
    }

    private static FileKind withoutSignature(byte[] bytes, DeclaredMediaType declared) {
        boolean readAsText = declared.isDefault()
                || TEXT_TYPES.contains(declared.mediaType())
                || DOCUMENT_TYPES.contains(declared.mediaType());
        if (HTML_TYPES.contains(declared.mediaType()) || (readAsText && beginsAsHtml(bytes))) {
            return HTML;
        }
        return readAsText ? PLAIN_TEXT : OTHER;
    }

    private boolean signs(byte[] bytes, int at) {
        return signatures.stream().anyMatch(signature -> startsWith(bytes, at, signature));
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] signature) {
        return bytes.length >= at + signature.length
                && Arrays.equals(bytes, at, at + signature.length, signature, 0, signature.length);
    }

    /**
     * Whether the bytes start like an HTML page. NUL bytes are ignored, because without them UTF-16 looks like ASCII,
     * so one check covers all encodings.
     */
    private static boolean beginsAsHtml(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, SNIFFED_BYTES), StandardCharsets.ISO_8859_1);
        return BEGINS_AS_HTML.matcher(start.replace("\0", "")).matches();
    }
}
