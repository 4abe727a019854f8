package org.depositary.documents.extraction.numbering;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts printed numbers of articles, paragraphs and annexes to one form: "IV", "four", "四" and "٤" are all 4. */
final class PrintedNumber {

    static final String HAN_NUMBER = "[〇零一二三四五六七八九十百]{1,7}";

    private static final String HAN_DIGITS = "〇一二三四五六七八九";
    private static final Pattern ROMAN = Pattern.compile("(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** Cyrillic letters that people type in Roman numerals because they look like Latin ones. */
    private static final Map<Character, Character> LOOK_ALIKES = Map.of('Х', 'X', 'І', 'I', 'С', 'C', 'Ӏ', 'I');

    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщэюяґєії";
    private static final String[] LATIN = {
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
        "ts", "ch", "sh", "shch", "eh", "yu", "ya", "g", "ye", "i", "yi"
    };

    private PrintedNumber() {}

    /** Replaces the digits of any script by 0 to 9. Parts are separated by stops: 4², 4-2 and 4.2 are all 4.2. */
    static String digits(String printed) {
        var digits = new StringBuilder();
        boolean raised = false;
        for (char c : printed.toCharArray()) {
            int superscript = SUPERSCRIPTS.indexOf(c);
            if (superscript >= 0 && !raised) {
                digits.append('.');
            }
            raised = superscript >= 0;
            int value = raised ? superscript : Character.digit(c, 10);
            digits.append(value < 0 ? "." : Integer.toString(value));
        }
        return digits.toString().replaceFirst("^0+(?=\\d)", "");
    }

    /** Parses a Roman numeral in capitals. A single C or L is a letter, and no number. */
    static Optional<String> roman(String printed) {
        var numeral = new StringBuilder();
        for (char c : printed.toCharArray()) {
            numeral.append(LOOK_ALIKES.getOrDefault(c, c));
        }
        Matcher matcher = ROMAN.matcher(numeral);
        boolean letter = printed.length() == 1 && "CLС".contains(printed);
        return letter || !matcher.matches() ? Optional.empty() : Optional.of(Integer.toString(fromRoman(numeral)));
    }

    private static int fromRoman(CharSequence numeral) {
        int sum = 0;
        for (int i = 0; i < numeral.length(); i++) {
            int value = romanDigit(numeral.charAt(i));
            boolean subtracted = i + 1 < numeral.length() && value < romanDigit(numeral.charAt(i + 1));
            sum += subtracted ? -value : value;
        }
        return sum;
    }

    private static int romanDigit(char c) {
        return switch (c) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            case 'L' -> 50;
            default -> 100;
        };
    }

    static Optional<String> words(String printed) {
        return NumberWords.parse(printed).stream().mapToObj(Integer::toString).findFirst();
    }

    /** Parses Chinese numbers up to 999. For example, 二十六 is two tens and six. */
    static String han(String printed) {
        int whole = 0;
        int digit = 0;
        for (char c : printed.replace('零', '〇').toCharArray()) {
            switch (c) {
                case '百', '十' -> {
                    whole += Math.max(digit, 1) * (c == '百' ? 100 : 10);
                    digit = 0;
                }
                default -> digit = HAN_DIGITS.indexOf(c);
            }
        }
        return Integer.toString(whole + digit);
    }

    /** Returns a letter in lower case. A Cyrillic letter becomes its Latin transcription, so that no two look alike. */
    static String letter(String printed) {
        String lower = printed.toLowerCase(Locale.ROOT);
        int cyrillic = CYRILLIC.indexOf(lower);
        return cyrillic < 0 ? lower : LATIN[cyrillic];
    }
}
