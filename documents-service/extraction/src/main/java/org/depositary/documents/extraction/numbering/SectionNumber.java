package org.depositary.documents.extraction.numbering;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number after a word like "Article" or "Annex", and the text after that number.
 *
 * @param number in one form for digits, Roman numerals and words: {@code 4}, {@code 4bis}, {@code 4.1}, {@code a}
 */
record SectionNumber(String number, String rest) {

    private static final Pattern DIGITS = Pattern.compile(
            "^(\\p{Nd}{1,4}(?:[.-]\\p{Nd}{1,3}){0,5}[⁰¹²³⁴⁵⁶⁷⁸⁹]{0,3})(?:\\s?+(?i:(bis|ter|quater|quinquies|sexies|septies))(?!\\p{L})"
                    + "|(\\p{L})(?!\\p{L}))?(.*)$",
            Pattern.DOTALL);
    private static final Pattern ROMAN = Pattern.compile(
            "^(?:([IVXLCХІСӀ]{1,8})|([ivxlc]{1,8}))(?!\\p{L})(?:\\s?+(?i:(bis|ter|quater|quinquies))(?!\\p{L}))?(.*)$",
            Pattern.DOTALL);
    private static final Pattern LETTER = Pattern.compile("^(\\p{Lu})(?![\\p{L}\\p{N}])(.*)$", Pattern.DOTALL);
    private static final Pattern WORDS =
            Pattern.compile("^(\\p{L}{2,}(?:[ -]\\p{L}+)?)(?!\\p{L})(.*)$", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("^(\\p{L}{2,})(?!\\p{L})(.*)$", Pattern.DOTALL);

    /** Parses the number at the start of a text. Empty if it starts with none. */
    static Optional<SectionNumber> at(String text) {
        return digits(text)
                .or(() -> roman(text))
                .or(() -> letter(text))
                .or(() -> words(WORDS, text))
                .or(() -> words(WORD, text));
    }

    private static Optional<SectionNumber> digits(String text) {
        Matcher matcher = DIGITS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String suffix =
                lower(matcher.group(2)) + (matcher.group(3) == null ? "" : PrintedNumber.letter(matcher.group(3)));
        return Optional.of(new SectionNumber(PrintedNumber.digits(matcher.group(1)) + suffix, matcher.group(4)));
    }

    private static Optional<SectionNumber> roman(String text) {
        Matcher matcher = ROMAN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String numeral = matcher.group(1) == null ? matcher.group(2).toUpperCase(Locale.ROOT) : matcher.group(1);
        return PrintedNumber.roman(numeral)
                .map(number -> new SectionNumber(number + lower(matcher.group(3)), matcher.group(4)));
    }

    private static Optional<SectionNumber> letter(String text) {
        Matcher matcher = LETTER.matcher(text);
        return matcher.matches()
                ? Optional.of(new SectionNumber(PrintedNumber.letter(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    private static Optional<SectionNumber> words(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches()
                ? PrintedNumber.words(matcher.group(1)).map(number -> new SectionNumber(number, matcher.group(2)))
                : Optional.empty();
    }

    private static String lower(String suffix) {
        return suffix == null ? "" : suffix.toLowerCase(Locale.ROOT);
    }

    boolean isLetter() {
        return Character.isLetter(number.codePointAt(0));
    }
}
