package org.depositary.gateway.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A character of a text in the form in which it is searched: lower case, compatibility form (Unicode NFKC), without accents.
 * A Cyrillic letter keeps its marks, because й is not и; only ё becomes е, as most texts write it.
 *
 * @param text empty if the character cannot be searched
 * @param paired whether its script has no blanks between words, so pairs of characters are searched
 */
record FoldedCharacter(String text, boolean paired) {

    private static final Set<UnicodeScript> PAIRED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private static final Set<UnicodeScript> WITHOUT_MARKS =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.ARABIC, UnicodeScript.HEBREW);

    /** Latin letters with a stroke or a ligature, which Unicode does not decompose. */
    private static final Map<Integer, String> LETTERS = Map.of(
            (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d", (int) 'ð', "d", (int) 'ħ', "h", (int) 'ı', "i", (int) 'æ',
            "ae", (int) 'œ', "oe", (int) 'þ', "th");

    private static final String STRESS = "[\\u0300\\u0301]";
    private static final String IO = "\u0435\u0308";
    private static final String IE = "\u0435";

    /** @param character a letter, digit or mark, with the marks that follow it */
    static FoldedCharacter of(String character) {
        int first = character.codePointAt(0);
        if (character.length() == 1 && first < 0x80) {
            return new FoldedCharacter(String.valueOf((char) Character.toLowerCase(first)), false);
        }
        var compatible = Normalizer.normalize(character, Form.NFKC);
        // Upper case first, because some letters have several lower-case forms: ß and ss, σ and ς.
        var folded = Normalizer.normalize(compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Form.NFKD);
        var script = script(folded.isEmpty() ? first : folded.codePointAt(0));
        var searched = Normalizer.normalize(withoutMarks(folded, script), Form.NFKC);
        return new FoldedCharacter(onlyWords(searched), PAIRED.contains(script));
    }

    /** The mark ー that lengthens a vowel belongs to several scripts, and is written in Japanese words only. */
    private static UnicodeScript script(int character) {
        return character == 0x30FC ? UnicodeScript.KATAKANA : UnicodeScript.of(character);
    }

    private static String withoutMarks(String decomposed, UnicodeScript script) {
        if (script == UnicodeScript.CYRILLIC) {
            return decomposed.replaceAll(STRESS, "").replace(IO, IE);
        }
        if (!WITHOUT_MARKS.contains(script)) {
            return decomposed;
        }
        var kept = new StringBuilder();
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> kept.append(LETTERS.getOrDefault(c, Character.toString(c))));
        return kept.toString();
    }

    /** A compatibility form can contain blanks and punctuation, which would end a word in the database. */
    private static String onlyWords(String text) {
        var kept = new StringBuilder();
        text.codePoints().filter(FoldedCharacter::isPartOfWord).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    static boolean isPartOfWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.LETTER_NUMBER || isMark(c);
    }

    /** Whether the character belongs to the one before it. Includes the sound marks of half-width Japanese. */
    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> c == 0xFF9E || c == 0xFF9F;
        };
    }
}
