package org.depositary.documents.extraction.numbering;

import java.util.Locale;

/** Formats the number of a list item as a browser or word processor prints it. */
public final class ListNumber {

    private static final int LARGEST_ROMAN = 3_999;
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

    private ListNumber() {}

    /**
     * Formats a number.
     *
     * @param format {@code a}, {@code A}, {@code i} or {@code I}, as in HTML and OpenDocument; anything else means digits
     */
    public static String format(char format, int number) {
        return switch (format) {
            case 'a' -> letters(number);
            case 'A' -> letters(number).toUpperCase(Locale.ROOT);
            case 'i' -> roman(number);
            case 'I' -> roman(number).toUpperCase(Locale.ROOT);
            default -> Integer.toString(number);
        };
    }

    /** After z come aa, ab and so on. */
    private static String letters(int number) {
        if (number < 1) {
            return Integer.toString(number);
        }
        var letters = new StringBuilder();
        for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('a' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    private static String roman(int number) {
        if (number < 1 || number > LARGEST_ROMAN) {
            return Integer.toString(number);
        }
        var numeral = new StringBuilder();
        int rest = number;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                numeral.append(ROMAN[i]);
                rest -= VALUES[i];
            }
        }
        return numeral.toString();
    }
}
