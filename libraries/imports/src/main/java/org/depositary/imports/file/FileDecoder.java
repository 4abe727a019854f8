package org.depositary.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;

/** Decodes the bytes of a file to text. Recognizes byte order marks, and files that are not text. */
final class FileDecoder {

    /** Stands for bytes that are invalid in the character set. No valid text contains this noncharacter. */
    static final char INVALID = '\uFFFF';

    private static final String SAVE_AS_UTF8 = "Save the file as UTF-8 (in Excel: 'CSV UTF-8')";

    /** The first bytes of files that are not text, with the sentence that says what to send instead. */
    private static final List<Signature> NOT_TEXT = List.of(
            new Signature(
                    new byte[] {0x1F, (byte) 0x8B},
                    "The file is compressed with gzip. Send it with the header 'Content-Encoding: gzip', or uncompressed"),
            new Signature(
                    new byte[] {'P', 'K', 3, 4},
                    "The file is a workbook (.xlsx, .ods) or a ZIP archive. Save the sheet as 'CSV UTF-8'"),
            new Signature(
                    new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
                    "The file is an Excel workbook (.xls). Save the sheet as 'CSV UTF-8'"),
            new Signature(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0}, "The file is UTF-32. " + SAVE_AS_UTF8),
            new Signature(new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF}, "The file is UTF-32. " + SAVE_AS_UTF8));

    private static final List<Mark> BYTE_ORDER_MARKS = List.of(
            new Mark(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, StandardCharsets.UTF_8),
            new Mark(new byte[] {(byte) 0xFF, (byte) 0xFE}, StandardCharsets.UTF_16LE),
            new Mark(new byte[] {(byte) 0xFE, (byte) 0xFF}, StandardCharsets.UTF_16BE));

    private record Signature(byte[] bytes, String refusal) {}

    private record Mark(byte[] bytes, Charset charset) {}

    private final Charset charset;
    private final Optional<CharsetEncoder> singleByteEncoder;
    private final Reader text;

    /** @throws Problem if the file is not text, or its character set is unclear: 422 */
    FileDecoder(InputStream bytes, Optional<Charset> declared) throws IOException {
        var in = new PushbackInputStream(bytes, 4);
        var first = in.readNBytes(4);
        NOT_TEXT.stream()
                .filter(signature -> startsWith(first, signature.bytes()))
                .findFirst()
                .ifPresent(signature -> {
                    throw Problem.invalid("", signature.refusal());
                });
        var mark = BYTE_ORDER_MARKS.stream()
                .filter(known -> startsWith(first, known.bytes()))
                .findFirst();
        int skipped = mark.map(known -> known.bytes().length).orElse(0);
        in.unread(first, skipped, first.length - skipped);
        charset = charset(mark.map(Mark::charset), declared);
        singleByteEncoder = Optional.of(charset)
                .filter(Charset::canEncode)
                .map(Charset::newEncoder)
                .filter(encoder -> encoder.maxBytesPerChar() == 1);
        text = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(INVALID)));
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        return file.length >= beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static Charset charset(Optional<Charset> marked, Optional<Charset> declared) {
        if (marked.isPresent()) {
            declared.filter(charset -> !allows(charset, marked.get())).ifPresent(charset -> {
                throw Problem.invalid(
                        "",
                        "The Content-Type says %s, but the byte order mark says %s. %s, and declare no other charset"
                                .formatted(charset, marked.get(), SAVE_AS_UTF8));
            });
            return marked.get();
        }
        declared.filter(StandardCharsets.UTF_16::equals).ifPresent(unclear -> {
            throw Problem.invalid(
                    "",
                    "The file is said to be UTF-16, but has no byte order mark. %s, or declare UTF-16LE or UTF-16BE"
                            .formatted(SAVE_AS_UTF8));
        });
        return declared.orElse(StandardCharsets.UTF_8);
    }

    private static boolean allows(Charset declared, Charset marked) {
        return declared.equals(marked)
                || declared.equals(StandardCharsets.UTF_16) && !marked.equals(StandardCharsets.UTF_8);
    }

    Reader text() {
        return text;
    }

    /** Returns the error in the encoding of a row. Empty if the row can be used. */
    Optional<String> error(String row) {
        if (row.indexOf(INVALID) >= 0) {
            return Optional.of("This is not valid " + charset);
        }
        return singleByteEncoder.isPresent() && isAlsoUtf8(row)
                ? Optional.of(
                        "This is declared as %s, but it may be UTF-8. Declare the charset in which the file is saved"
                                .formatted(charset))
                : Optional.empty();
    }

    /**
     * Whether a row in a single-byte character set is valid UTF-8, although it is not ASCII. Then it probably is UTF-8,
     * and a program has declared a wrong charset.
     */
    private boolean isAlsoUtf8(String row) {
        if (row.chars().allMatch(character -> character < 0x80)) {
            return false;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(singleByteEncoder.orElseThrow().encode(CharBuffer.wrap(row)));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    /**
     * Checks the first line of the file.
     *
     * @throws Problem if the file has another character set: 422
     */
    void checkFirstLine(String line) {
        if (line.indexOf(INVALID) >= 0 || line.indexOf('\0') >= 0) {
            throw Problem.invalid(
                    "",
                    "The first line is not valid %s. %s, or declare its charset, such as 'Content-Type: text/csv; charset=windows-1252'"
                            .formatted(charset, SAVE_AS_UTF8));
        }
    }
}
