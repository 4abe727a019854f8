package org.depositary.imports.file;

import java.util.regex.Pattern;

/** Removes the decimals of whole numbers, such as {@code 2005.0}, which pandas and spreadsheets write. */
public final class WholeNumberText {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("([0-9]{1,9})[.,]0{1,9}");

    private WholeNumberText() {}

    /** Returns the whole number. Returns any other text as it is. */
    public static String of(String text) {
        var number = WHOLE_NUMBER.matcher(text);
        return number.matches() ? number.group(1) : text;
    }
}
