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
    IMAGE(
            "an image",
            "89504e470d0a1a0a",
            "ffd8ff",
            "474946383761",
            "474946383961",
            "49492a00",
            "4d4d002a",
            "52494646........57454250"),
    MEDIA("a sound or a film", "52494646........57415645", "52494646........41564920"),
    ARCHIVE(
            "a compressed archive",
            "1f8b08",
            "526172211a07",
            "377abcaf271c",
            "425a683.314159265359",
            "425a683.177245385090",
            "fd377a585a00",
            "28b52ffd"),
    PROGRAM("a program", "7f454c46", "cafebabe"),
    HTML("an HTML page"),
    PLAIN_TEXT("plain text"),
    OTHER("of an unsupported kind");

    private static final int SNIFFED_BYTES = 2048;
    private static final int LONGEST_SIGNATURE = 16;

    /** Readers of PDF files accept other bytes before the signature (ISO 32000-1, annex H). */
    private static final int PDF_OFFSET = 1024;

    private static final List<String> HTML_TYPES = List.of("text/html", "application/xhtml+xml");

    /** Types of documents with a signature. Files without it were named wrongly, so their content decides. */
    private static final List<String> DOCUMENT_TYPES = List.of(
            "application/pdf",
            "application/msword",
            "application/rtf",
            "text/rtf",
            "application/epub+zip",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /** Types of data for programs, which are text too. Prose was declared wrongly, so its content decides. */
    private static final Pattern DATA_TYPES =
            Pattern.compile("(?:application|text)/(?:json|xml|javascript|x-ndjson|css)|.*\\+(?:json|xml)");

    private static final Pattern BEGINS_AS_DATA =
            Pattern.compile("(?s)\\s*+(?:[{\\[<@]|/\\*|//|\"|(?:var|function|import)\\s).*");

    /** The byte order marks of UTF-8, UTF-16 and UTF-32, and white space. */
    private static final String BEFORE_TEXT = "(?is)^[\\s\u00ef\u00bb\u00bf\u00fe\u00ff]*+";

    private static final String DECLARATIONS = "(?:<\\?xml[^>]*+>\\s*+|<!--.*?-->\\s*+)*+";

    private static final Pattern BEGINS_AS_PAGE =
            Pattern.compile(BEFORE_TEXT + DECLARATIONS + "<(?:!doctype\\s++html|html|head|body)\\b.*");

    /** The tags with which a page can begin, as browsers know them (WHATWG MIME Sniffing, 7.1), and headings. */
    private static final Pattern BEGINS_WITH_TAG = Pattern.compile(BEFORE_TEXT + DECLARATIONS
            + "<(?:script|iframe|h[1-6]|div|font|table|a|style|title|b|br|p|meta|center|main|article|section|ul|ol|dl|pre)"
            + "[\\s>/].*");

    private static final Pattern TAG =
            Pattern.compile("(?i)</?[a-z][a-z0-9]*+[\\s/>]|<!(?:doctype\\b|--)|&(?:[a-z]{2,8}|#\\d{1,6});");
    private static final Pattern BEGINS_AS_RICH_TEXT = Pattern.compile(BEFORE_TEXT + "\\{\\\\rtf.*");
    private static final int SNIFFED_FOR_TAGS = 64 * 1024;

    private static final Pattern LETTERS = Pattern.compile("[\\p{Alnum}\u0080-\u00ff]{2}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\s\u0080-\u00ff]]");

    private final String description;
    private final List<Pattern> signatures;

    /** @param signatures bytes in hexadecimal digits; a full stop is any digit */
    FileKind(String description, String... signatures) {
        this.description = description;
        this.signatures = Arrays.stream(signatures).map(Pattern::compile).toList();
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
                && !BEGINS_AS_PAGE.matcher(start(bytes, SNIFFED_BYTES)).matches()
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

    /** The bytes decide. The declared type counts only if they are open, or if they are no text. */
    private static FileKind withoutSignature(byte[] bytes, DeclaredMediaType declared) {
        String start = start(bytes, SNIFFED_BYTES);
        if (BEGINS_AS_RICH_TEXT.matcher(start).matches()) {
            return RTF;
        }
        if (isPage(start, bytes, declared)) {
            return HTML;
        }
        boolean data = DATA_TYPES.matcher(declared.mediaType()).matches()
                && BEGINS_AS_DATA.matcher(start).matches();
        boolean text = declared.isDefault()
                || declared.mediaType().startsWith("text/")
                || HTML_TYPES.contains(declared.mediaType())
                || DOCUMENT_TYPES.contains(declared.mediaType())
                || isText(bytes, Math.min(bytes.length, SNIFFED_BYTES));
        return text && !data ? PLAIN_TEXT : OTHER;
    }

    /** A text in Markdown can begin with a tag, and a text without any tag is no page. */
    private static boolean isPage(String start, byte[] bytes, DeclaredMediaType declared) {
        if (BEGINS_AS_PAGE.matcher(start).matches()) {
            return true;
        }
        if (HTML_TYPES.contains(declared.mediaType())) {
            return TAG.matcher(start(bytes, SNIFFED_FOR_TAGS)).find();
        }
        return !declared.mediaType().equals("text/markdown")
                && BEGINS_WITH_TAG.matcher(start).matches();
    }

    private boolean signs(byte[] bytes, int at) {
        if (at >= bytes.length) {
            return false;
        }
        String start = HexFormat.of().formatHex(bytes, at, Math.min(bytes.length, at + LONGEST_SIGNATURE));
        return signatures.stream()
                .anyMatch(signature -> signature.matcher(start).lookingAt());
    }

    /**
     * Returns the first bytes as characters. NUL bytes are left out, because without them UTF-16 looks like ASCII, so one
     * check covers all encodings.
     */
    private static String start(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(bytes.length, length), StandardCharsets.ISO_8859_1).replace("\0", "");
    }
}
