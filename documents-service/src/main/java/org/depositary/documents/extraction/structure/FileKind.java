package org.depositary.documents.extraction.structure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kind of a file. A signature in the bytes has priority over the declared media type. */
public enum FileKind {
    PDF("a PDF file", "255044462d"),
    ZIP("a ZIP archive, as Office and OpenDocument files are", "504b0304", "504b0506"),
    OLE("an older Office file", "d0cf11e0a1b11ae1"),
    RTF("a Rich Text file", "7b5c727466"),
    IMAGE("an image", "89504e47", "ffd8ff", "47494638", "49492a00", "4d4d002a", "52494646"),
    ARCHIVE("a compressed archive", "1f8b", "526172211a07", "377abcaf271c", "425a68", "fd377a585a00", "28b52ffd"),
    PROGRAM("a program", "7f454c46", "cafebabe"),
    HTML("an HTML page"),
    PLAIN_TEXT("plain text"),
    OTHER("of an unsupported kind");

    private static final int SNIFFED_BYTES = 2048;
    private static final List<String> HTML_TYPES = List.of("text/html", "application/xhtml+xml");
    private static final List<String> TEXT_TYPES = List.of("text/plain", "text/markdown");
    private static final Pattern BEGINS_AS_HTML =
            Pattern.compile("(?is)^[\\s\u00ef\u00bb\u00bf\u00fe\u00ff]*+(?:<\\?xml[^>]*+>\\s*+|<!--.*?-->\\s*+)*+"
                    + "<(?:!doctype\\s++html|html)\\b.*");

    private final String description;
    private final List<byte[]> signatures;

    FileKind(String description, String... signatures) {
        this.description = description;
        this.signatures =
                Arrays.stream(signatures).map(HexFormat.of()::parseHex).toList();
    }

    public static FileKind of(byte[] bytes, DeclaredMediaType declared) {
        return Stream.of(values())
                .filter(kind -> kind.signs(bytes))
                .findFirst()
                .orElseGet(() -> withoutSignature(bytes, declared));
    }

    /** Returns the description for messages, such as "a PDF file". */
    public String description() {
        return description;
    }

    private static FileKind withoutSignature(byte[] bytes, DeclaredMediaType declared) {
        boolean readAsText = declared.isDefault() || TEXT_TYPES.contains(declared.mediaType());
        if (HTML_TYPES.contains(declared.mediaType()) || (readAsText && beginsAsHtml(bytes))) {
            return HTML;
        }
        return readAsText ? PLAIN_TEXT : OTHER;
    }

    private boolean signs(byte[] bytes) {
        return signatures.stream()
                .anyMatch(signature -> bytes.length >= signature.length
                        && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length));
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
