package org.depositary.documents.extraction.text;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Detects the charset of bytes. In order: a byte order mark; UTF-16 or UTF-32 by their zero bytes; valid UTF-8, which
 * other encodings almost never are by chance; UTF-16 by its characters; the declared charset, if the bytes are valid in
 * it and give words of one script and of its languages; statistics (letters of Russian, then ICU).
 */
final class CharsetDetection {
    private static final int SAMPLE = 64 * 1024;
    private static final Pattern MIXED_WORD = Pattern.compile(
            "\\p{IsLatin}[\\p{IsCyrillic}\\p{IsGreek}\\p{IsHan}]|[\\p{IsCyrillic}\\p{IsGreek}]\\p{IsLatin}");
    private static final int FEW_WORDS = 3;
    private static final double MOST_ACCENTS = 0.5;
    private static final byte ESCAPE = 0x1b;
    private static final Map<String, String> BYTE_ORDER_MARKS = byteOrderMarks();

    private CharsetDetection() {}

    static Charset of(byte[] bytes, List<String> declared) {
        return byByteOrderMark(bytes)
                .or(() -> byZeroBytes(bytes))
                .or(() -> Optional.of(StandardCharsets.UTF_8)
                        .filter(utf8 -> !contains(bytes, ESCAPE) && decodes(bytes, utf8)))
                .or(() -> Utf16Detection.of(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE))))
                .or(() -> declared.stream()
                        .flatMap(name -> named(name).stream())
                        .filter(charset -> !isUtf16Or32(charset))
                        .filter(charset -> decodes(bytes, charset) && isPlausible(bytes, charset))
                        .findFirst())
                .orElseGet(() -> byStatistics(bytes, declared));
    }

    /**
     * Returns the charset for a label. The label of Latin 1 means windows-1252, as in browsers (WHATWG Encoding,
     * 4.2).
     */
    static Optional<Charset> named(String label) {
        try {
            Charset charset = Charset.forName(label);
            boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
            return Optional.of(latin ? Charset.forName("windows-1252") : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isUtf16Or32(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static Optional<Charset> byByteOrderMark(byte[] bytes) {
        String start = HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
        return BYTE_ORDER_MARKS.entrySet().stream()
                .filter(mark -> start.startsWith(mark.getKey()))
                .findFirst()
                .map(mark -> Charset.forName(mark.getValue()));
    }

    private static Map<String, String> byteOrderMarks() {
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("0000feff", "UTF-32BE");
        marks.put("fffe0000", "UTF-32LE");
        marks.put("feff", "UTF-16BE");
        marks.put("fffe", "UTF-16LE");
        marks.put("efbbbf", "UTF-8");
        return marks;
    }

    /**
     * Detects UTF-16 and UTF-32 by their zero bytes: in any language, spaces, digits and line ends have them at fixed
     * positions.
     */
    private static Optional<Charset> byZeroBytes(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE) / 4 * 4;
        int[] zeros = new int[4];
        for (int i = 0; i < length; i++) {
            zeros[i % 4] += bytes[i] == 0 ? 1 : 0;
        }
        int all = Arrays.stream(zeros).sum();
        if (all * 50L < length || length == 0) {
            return Optional.empty();
        }
        int quarter = length / 4;
        return Stream.of(
                        match(zeros[0] == quarter && zeros[1] > quarter * 0.9, "UTF-32BE"),
                        match(zeros[3] == quarter && zeros[2] > quarter * 0.9, "UTF-32LE"),
                        match(zeros[0] + zeros[2] > all * 0.98, "UTF-16BE"),
                        match(zeros[1] + zeros[3] > all * 0.98, "UTF-16LE"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Charset> match(boolean holds, String name) {
        return holds ? Optional.of(Charset.forName(name)) : Optional.empty();
    }

    /**
     * Whether a text in the declared charset looks like words. A wrong charset gives words with letters of two scripts,
     * or a text of rare letters where another charset gives Russian.
     */
    private static boolean isPlausible(byte[] bytes, Charset charset) {
        byte[] sample = sample(bytes);
        var cyrillic = CyrillicCharsets.of(sample);
        if (cyrillic.isPresent()) {
            return cyrillic.get().equals(charset);
        }
        var words = MIXED_WORD.matcher(new String(sample, charset));
        long mixed = words.results().limit(FEW_WORDS).count();
        return mixed < FEW_WORDS
                && !(charset.equals(LatinCharsets.WESTERN)
                        && LatinCharsets.notWestern(sample).isPresent())
                && !hasTooManyAccents(sample, charset)
                && !CyrillicCharsets.isImpossible(sample, charset);
    }

    /** In Western languages few letters have accents. A text that is full of them is in another charset. */
    private static boolean hasTooManyAccents(byte[] sample, Charset charset) {
        String text = new String(sample, charset);
        long letters = text.chars().filter(Character::isLetter).count();
        long accents = text.chars().filter(c -> c >= 0x80 && c <= 0xff).count();
        return letters > 0 && accents > letters * MOST_ACCENTS;
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(8192);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
    }

    /**
     * Guesses the charset by the statistics of ICU. ICU uses only the first 8,000 bytes, so it gets the bytes around
     * the first non-ASCII byte. If ICU guesses UTF-16 for bytes without zeros, the guess is wrong and is ignored.
     */
    private static Charset byStatistics(byte[] bytes, List<String> declared) {
        byte[] sample = sample(bytes);
        var cyrillic = CyrillicCharsets.of(sample);
        if (cyrillic.isPresent()) {
            return cyrillic.get();
        }
        var latin = LatinCharsets.notWestern(sample);
        if (latin.isPresent()) {
            return latin.get();
        }
        var detector = new CharsetDetector();
        declared.stream().findFirst().ifPresent(detector::setDeclaredEncoding);
        detector.setText(sample);
        return Arrays.stream(detector.detectAll())
                .flatMap(match -> named(match.getName()).stream())
                .filter(charset -> !isUtf16Or32(charset))
                .findFirst()
                .orElse(StandardCharsets.UTF_8);
    }

    private static byte[] sample(byte[] bytes) {
        int first = 0;
        while (first < bytes.length - 1 && bytes[first] >= 0 && bytes[first] != ESCAPE) {
            first++;
        }
        int from = Math.max(0, first - 256);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SAMPLE));
    }

    private static boolean contains(byte[] bytes, byte value) {
        for (byte one : bytes) {
            if (one == value) {
                return true;
            }
        }
        return false;
    }
}
