package org.depositary.documents.extraction.numbering;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mark of a numbered paragraph or list item: "1.", "(1)", "§ 1", "а)", "一、".
 *
 * @param number digits, or a letter in lower case; Roman numerals and Chinese numbers are converted to digits
 */
public record ParagraphMark(Style style, String number) {

    /** How the number is written. Marks of one list have the same style. */
    public enum Style {
        SECTION_SIGN("§\\s?(\\p{Nd}{1,3})\\.?\\s+\\S.*"),
        STOP("(\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3})*)\\.\\s+\\S.*"),
        MULTI_LEVEL("(\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3})+)\\s+\\S.*"),
        HAN_STOP("(?:(" + PrintedNumber.HAN_NUMBER + ")、|(\\p{Nd}{1,3})[、．])\\s*\\S.*"),
        PARENTHESES("\\((\\p{Nd}{1,3})\\)\\s*\\S.*"),
        HAN_PARENTHESES("[（(](" + PrintedNumber.HAN_NUMBER + ")[）)]\\s*\\S.*"),
        BRACKET("(\\p{Nd}{1,3})\\)\\s*\\S.*"),
        BARE("(\\p{Nd}{1,2})\\s+\\p{Lu}.*"),
        ROMAN_PARENTHESES("\\(([ivx]{1,6})\\)\\s*\\S.*"),
        ROMAN_BRACKET("([ivx]{1,6})\\)\\s+\\S.*"),
        ROMAN_STOP("([ivx]{2,6})\\.\\s+\\S.*"),
        LETTER_PARENTHESES("\\((\\p{L})\\)\\s*\\S.*"),
        LETTER_BRACKET("(\\p{L})\\)\\s*\\S.*"),
        LETTER_STOP("(\\p{Ll})\\.\\s+\\S.*");

        private final Pattern pattern;

        Style(String pattern) {
            this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        }

        private Optional<ParagraphMark> parse(String text) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String printed = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            return Optional.of(new ParagraphMark(this, normal(printed)));
        }

        private String normal(String printed) {
            if (name().startsWith("ROMAN")) {
                return PrintedNumber.roman(printed.toUpperCase(Locale.ROOT)).orElse(printed);
            }
            if (Character.isDigit(printed.charAt(0))) {
                return PrintedNumber.digits(printed);
            }
            return name().startsWith("HAN") ? PrintedNumber.han(printed) : PrintedNumber.letter(printed);
        }
    }

    private static final int LONGEST_MARK = 40;

    /** The letter before each letter that is also a Roman numeral. */
    private static final Map<String, String> LETTER_BEFORE = Map.of("1", "h", "5", "u", "10", "w");

    private static final Map<String, String> LETTER = Map.of("1", "i", "5", "v", "10", "x");

    /** Parses the mark at the start of a text. Empty if it starts with none. */
    public static Optional<ParagraphMark> of(String text) {
        String start = text.length() > LONGEST_MARK ? text.substring(0, LONGEST_MARK) : text;
        return Stream.of(Style.values())
                .flatMap(style -> style.parse(start).stream())
                .findFirst();
    }

    /** Returns this mark as a letter if it follows a letter: after "h)", "i)" is a letter and no Roman numeral. */
    public ParagraphMark after(Optional<ParagraphMark> last) {
        boolean letter = last.filter(before -> before.style().name().startsWith("LETTER"))
                .filter(before -> before.number().equals(LETTER_BEFORE.get(number)))
                .isPresent();
        return letter && style.name().startsWith("ROMAN")
                ? new ParagraphMark(Style.valueOf(style.name().replace("ROMAN", "LETTER")), LETTER.get(number))
                : this;
    }

    /** Whether this mark can begin a list: 1 or a. */
    public boolean isFirst() {
        return number.equals("1") || number.equals("a");
    }

    /** Whether marks of this style number paragraphs. The others number list items. */
    public boolean mayNumberParagraphs() {
        return style.ordinal() <= Style.BARE.ordinal();
    }
}
