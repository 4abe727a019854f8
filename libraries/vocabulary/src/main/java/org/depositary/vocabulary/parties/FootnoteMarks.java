package org.depositary.vocabulary.parties;

import java.util.regex.Pattern;

/** Removes what tables add to names: footnote marks, notes in brackets, grammatical genders. */
final class FootnoteMarks {

    private static final Pattern SUPERSCRIPTS = Pattern.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜ]+");
    private static final Pattern SQUARE_BRACKETS = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern NUMBERS_IN_BRACKETS = Pattern.compile("\\((?:\\d[\\d ,–-]*|[*†‡§]+|[a-z])\\)");
    private static final Pattern MARKS_BEHIND = Pattern.compile(
            "(?:[\\s*†‡§#]|(?<=[\\p{L}).*\\s])\\d{1,2}(?:\\s*,\\s*\\d{1,2})*|(?<=\\s)(?:\\d{1,2}|[a-z])/)+$");

    private FootnoteMarks() {}

    static String remove(String name) {
        var text = SUPERSCRIPTS.matcher(name).replaceAll("");
        text = SQUARE_BRACKETS.matcher(text).replaceAll("");
        text = NUMBERS_IN_BRACKETS.matcher(text).replaceAll("");
        return MARKS_BEHIND.matcher(text).replaceFirst("").strip();
    }
}
