package org.depositary.documents.extraction.structure;

import java.util.Optional;
import java.util.regex.Pattern;

/** Analyses single lines of text: whether a sentence ends in them, and how to normalise their white space. */
public final class TextLines {
    /**
     * Matches a line that ends a sentence. It also matches {@code sentence.”12}, where a footnote number follows the
     * full stop.
     */
    private static final Pattern ENDS_A_SENTENCE = Pattern.compile("[.!?:;…。！？：；؟۔][\"'’”»)\\]】」』]*+\\s?\\d{0,3}$");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}+");

    private static final int LONGEST_FIELD = 1_000;

    private TextLines() {}

    /**
     * Whether a sentence, or a clause before a list, can end at the end of this text. This is false for most lines
     * inside a paragraph.
     */
    public static boolean endSentence(String text) {
        String end = text.length() > 12 ? text.substring(text.length() - 12) : text;
        return ENDS_A_SENTENCE.matcher(end).find();
    }

    public static int countWords(String text) {
        return SPACES.split(text.strip()).length;
    }

    public static String firstWord(String text) {
        return SPACES.split(text, 2)[0];
    }

    /**
     * Returns the text in one line, as the value of a metadata field. Empty if it is blank or too long for such a
     * field. Controls become spaces: titles of PDF files often end in NUL, which no event can contain.
     */
    public static Optional<String> asField(String text) {
        return Optional.of(text)
                .filter(it -> it.length() <= LONGEST_FIELD)
                .map(it -> inOneLine(CONTROLS.matcher(it).replaceAll(" ")))
                .filter(it -> !it.isEmpty());
    }

    /** Replaces each sequence of white space by one space. */
    public static String inOneLine(String text) {
        return SPACES.matcher(text.strip()).replaceAll(" ");
    }
}
