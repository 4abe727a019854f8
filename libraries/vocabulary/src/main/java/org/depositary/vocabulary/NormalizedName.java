package org.depositary.vocabulary;

import com.ibm.icu.text.Normalizer2;

/**
 * A name as it is compared: without case, accents and punctuation, words between single spaces. Only the accents of
 * Latin, Greek and Cyrillic letters are dropped; in other scripts the marks are vowels, and make the word.
 */
final class NormalizedName {

    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();

    private NormalizedName() {}

    static String of(String name) {
        var plain = DECOMPOSE.normalize(CASEFOLD.normalize(name));
        var folded = new StringBuilder(plain.length());
        // Not codePoints(): tens of thousands of names pass here when the index is built, mostly cold.
        for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
            append(folded, plain.codePointAt(i));
        }
        return folded.toString().strip();
    }

    private static void append(StringBuilder folded, int letter) {
        if (Character.isLetterOrDigit(letter) || isVowelMark(letter)) {
            folded.appendCodePoint(plain(letter));
        } else if (!isAccent(letter) && !isApostropheOrDot(letter) && !endsWithSpace(folded)) {
            folded.append(' ');
        }
    }

    /** Letters whose stroke or missing dot Unicode does not take for an accent. */
    private static int plain(int letter) {
        return switch (letter) {
            case 'ø' -> 'o';
            case 'ł' -> 'l';
            case 'đ' -> 'd';
            case 'ħ' -> 'h';
            case 'ı' -> 'i';
            default -> letter;
        };
    }

    private static boolean isAccent(int letter) {
        return letter >= 0x300 && letter < 0x370;
    }

    private static boolean isVowelMark(int letter) {
        int type = Character.getType(letter);
        return !isAccent(letter) && (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK);
    }

    private static boolean isApostropheOrDot(int letter) {
        return letter == '\'' || letter == '’' || letter == 'ʼ' || letter == '.';
    }

    private static boolean endsWithSpace(StringBuilder folded) {
        return folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ';
    }
}
