package org.depositary.documents.extraction.text;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recognises UTF-16 without a byte order mark by its characters. Only in the right order of bytes are nearly all of them in
 * one script. Most other encodings of Chinese, Japanese and Korean also give characters of these scripts, but not their
 * punctuation, spaces and most frequent characters.
 */
final class Utf16Detection {

    private static final double ONE_SCRIPT = 0.9;
    private static final double FREQUENT_SHARE = 0.04;
    private static final int FEWEST = 4;
    private static final String FREQUENT_HAN = "的一是不了在人有和国國年月日会會中大之为為";
    private static final Set<UnicodeScript> EAST_ASIAN =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    /** The other scripts that are written without a zero byte in each second place. */
    private static final Set<UnicodeScript> OTHERS = Set.of(
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private record Reading(Charset charset, double oneScript, double frequent) {}

    private Utf16Detection() {}

    static Optional<Charset> of(byte[] sample) {
        return Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .map(charset -> read(sample, charset))
                .max(Comparator.comparingDouble(Reading::oneScript))
                .filter(reading -> reading.oneScript() >= ONE_SCRIPT && reading.frequent() >= FREQUENT_SHARE)
                .map(Reading::charset);
    }

    private static Reading read(byte[] sample, Charset charset) {
        String text = new String(sample, 0, sample.length / 2 * 2, charset);
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        int common = 0;
        int frequent = 0;
        for (char c : text.toCharArray()) {
            UnicodeScript script = UnicodeScript.of(c);
            boolean sign = isSign(c);
            common += sign ? 1 : 0;
            frequent += isFrequent(c, script) ? 1 : 0;
            if (!sign && EAST_ASIAN.contains(script)) {
                scripts.merge(UnicodeScript.HAN, 1, Integer::sum);
            } else if (!sign && OTHERS.contains(script)) {
                scripts.merge(script, 1, Integer::sum);
            }
        }
        int most = scripts.values().stream().mapToInt(it -> it).max().orElse(0);
        int length = Math.max(1, text.length());
        return new Reading(charset, most < FEWEST ? 0 : (double) (most + common) / length, (double) frequent / length);
    }

    /** ASCII, and the punctuation of all scripts. */
    private static boolean isSign(char c) {
        return c >= ' ' && c < 0x7f
                || c == '\n'
                || c == '\r'
                || c == '\t'
                || c >= 0x2010 && c <= 0x2026
                || isEastAsianSign(c);
    }

    private static boolean isEastAsianSign(char c) {
        return c >= 0x3000 && c <= 0x3015 || c >= 0xff01 && c <= 0xff5e;
    }

    private static boolean isFrequent(char c, UnicodeScript script) {
        return c == ' '
                || c == '\n'
                || isEastAsianSign(c)
                || script == UnicodeScript.HIRAGANA
                || OTHERS.contains(script)
                || FREQUENT_HAN.indexOf(c) >= 0;
    }
}
