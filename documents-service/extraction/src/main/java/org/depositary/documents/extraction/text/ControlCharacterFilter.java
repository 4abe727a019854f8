package org.depositary.documents.extraction.text;

import java.util.Locale;

/**
 * Normalises line ends and removes control characters. CR, CR LF, vertical tab, NEL and the Unicode line and paragraph
 * separators become a line feed. NUL and other controls become a space, so that words stay separate. A byte order mark at
 * the start is dropped. Tabs and form feeds stay: they mark columns and pages. What is longer than the limit is left out.
 */
public final class ControlCharacterFilter {
    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private boolean afterCarriageReturn;
    private int characters;
    private int controls;

    ControlCharacterFilter(int limit) {
        this.limit = limit;
    }

    void append(CharSequence more) {
        for (int i = 0; i < more.length(); i++) {
            append(more.charAt(i));
        }
    }

    public static String tooLong(int limit) {
        return String.format(Locale.ROOT, "The text is longer than %,d characters.", limit);
    }

    /** Returns the number of control characters that were replaced by a space. */
    int controls() {
        return controls;
    }

    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void append(char c) {
        switch (c) {
            case '\r' -> add('\n');
            case '\n' -> {
                if (!afterCarriageReturn) {
                    add('\n');
                }
            }
            case '\u000B', '\u0085', '\u2028', '\u2029' -> add('\n');
            case '\t', '\f' -> add(c);
            case '\uFEFF' -> {
                if (!text.isEmpty()) {
                    add(c);
                }
            }
            default -> {
                boolean control = Character.isISOControl(c);
                controls += control ? 1 : 0;
                add(control ? ' ' : c);
            }
        }
        afterCarriageReturn = c == '\r';
    }

    private void add(char c) {
        characters += Character.isLowSurrogate(c) ? 0 : 1;
        if (!isFull()) {
            text.append(c);
        }
    }

    /** Whether the text is longer than the limit, so that the rest is left out. */
    boolean isFull() {
        return characters > limit;
    }
}
