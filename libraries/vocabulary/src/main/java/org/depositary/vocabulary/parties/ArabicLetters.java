package org.depositary.vocabulary.parties;

/** Drops differences of Arabic spelling that two sources of the same name may have: the article, vowel marks, hamza. */
final class ArabicLetters {

    private static final String ARTICLE = "ال";
    private static final String AND = " و";
    private static final int SHORTEST_WITH_ARTICLE = 5;

    private ArabicLetters() {}

    /** Joins "and" to the word behind it, as it is usually written. */
    static String withJoinedAnd(String name) {
        return name.replace(AND + " ", AND);
    }

    /** Returns the word unchanged if it does not start with an Arabic letter. */
    static String plain(String word) {
        if (word.isEmpty() || Character.UnicodeScript.of(word.charAt(0)) != Character.UnicodeScript.ARABIC) {
            return word;
        }
        var plain = new StringBuilder(word.length());
        word.chars().filter(letter -> !isMark(letter)).forEach(letter -> plain.append(plain((char) letter)));
        return plain.length() >= SHORTEST_WITH_ARTICLE && plain.indexOf(ARTICLE) == 0
                ? plain.substring(ARTICLE.length())
                : plain.toString();
    }

    private static boolean isMark(int letter) {
        return letter == 'ـ' || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static char plain(char letter) {
        return switch (letter) {
            case 'ة' -> 'ه';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            case 'ڤ' -> 'ف';
            case 'ٱ' -> 'ا';
            default -> letter;
        };
    }
}
