package org.depositary.vocabulary.parties;

import com.ibm.icu.text.Normalizer2;

/**
 * Normalises names for comparison: no case, accents or punctuation, single spaces. Only accents of Latin, Greek and
 * Cyrillic letters are dropped; in other scripts such marks are vowels.
 */
final class NameNormalizer {

    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();

    private NameNormalizer() {}

    static String of(String name) {
        var plain = DECOMPOSE.normalize(CASEFOLD.normalize(name));
        var folded = new StringBuilder(plain.length());
        // codePoints() is too slow here: building the index normalises tens of thousands of names, mostly in cold code.
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

    /** Replaces letters such as ø and ł, which Unicode does not decompose into a plain letter and an accent. */
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
