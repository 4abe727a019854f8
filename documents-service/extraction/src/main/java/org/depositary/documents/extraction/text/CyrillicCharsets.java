package org.depositary.documents.extraction.text;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells the single-byte charsets of Russian apart. Each of them turns any bytes into letters, but only the right one
 * gives frequent letters, and capitals only at the start of words.
 */
final class CyrillicCharsets {

    private static final List<Charset> CANDIDATES =
            List.of("windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "x-MacCyrillic").stream()
                    .map(Charset::forName)
                    .toList();
    private static final String FREQUENT = "оеаинтсрвл";
    private static final String PUNCTUATION = "«»„“”‘’–—…№§\u00A0";

    /** Russian text scores about 0.7, and about 0.3 in a wrong charset. Other languages score less. */
    private static final double LIKELY = 0.5;

    /** The minimum share of letters outside ASCII among all letters. */
    private static final double LEAST_SHARE = 0.4;

    private CyrillicCharsets() {}

    /** Returns the charset of a mostly Cyrillic text. Empty for other texts. */
    static Optional<Charset> of(byte[] sample) {
        return CANDIDATES.stream()
                .max(Comparator.comparingDouble(candidate -> score(sample, candidate)))
                .filter(best -> score(sample, best) >= LIKELY);
    }

    /** Whether this charset of Russian gives words that no Cyrillic language has, such as capitals after small letters. */
    static boolean isImpossible(byte[] sample, Charset charset) {
        return CANDIDATES.contains(charset) && score(sample, charset) < 0;
    }

    private static double score(byte[] sample, Charset charset) {
        String text = new String(sample, charset);
        int ascii = 0;
        int other = 0;
        double points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii += Character.isLetter(c) ? 1 : 0;
            } else if (PUNCTUATION.indexOf(c) < 0) {
                other++;
                points += points(c, i == 0 ? ' ' : text.charAt(i - 1));
            }
        }
        return other < LEAST_SHARE * (ascii + other) || other < 4 ? 0 : points / other;
    }

    private static double points(char c, char before) {
        if (!isCyrillic(c)) {
            return -1;
        }
        if (Character.isLowerCase(c)) {
            return FREQUENT.indexOf(c) >= 0 ? 1 : 0;
        }
        return Character.isLowerCase(before) ? -1 : 0.3;
    }

    private static boolean isCyrillic(char c) {
        return Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CYRILLIC;
    }
}
