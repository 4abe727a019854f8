package org.depositary.documents.extraction.structure;

import java.util.Optional;
import java.util.regex.Pattern;

/** What punctuation tells about a line. */
public final class LineText {
    /** Also {@code sentence.”12}: the number of a footnote after the full stop. */
    private static final Pattern ENDS_A_SENTENCE = Pattern.compile("[.!?:;…。！？：；؟۔][\"'’”»)\\]】」』]*+\\s?\\d{0,3}$");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final int LONGEST_FIELD = 1_000;

    private LineText() {}

    /** Whether a sentence (or a clause before a list) can end here; a line inside a paragraph mostly does not. */
    public static boolean endSentence(String text) {
        String end = text.length() > 12 ? text.substring(text.length() - 12) : text;
        return ENDS_A_SENTENCE.matcher(end).find();
    }

    public static int count(String text) {
        return SPACES.split(text.strip()).length;
    }

    public static String first(String text) {
        return SPACES.split(text, 2)[0];
    }

    /** The text in one line, if that is one that can be the value of a field. */
    public static Optional<String> asField(String text) {
        return Optional.of(text)
                .filter(it -> it.length() <= LONGEST_FIELD)
                .map(LineText::inOneLine)
                .filter(it -> !it.isEmpty());
    }

    /** The text in one line. */
    public static String inOneLine(String text) {
        return SPACES.matcher(text.strip()).replaceAll(" ");
    }
}
