package org.depositary.documents.extraction.office;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises a reference to a footnote of a Word document. Tika sends it as three events: a bracket, the number and a
 * bracket.
 */
final class NoteReference {

    private static final List<Pattern> PIECES =
            List.of(Pattern.compile("\\["), Pattern.compile("\\d{1,5}"), Pattern.compile("]"));
    private static final int LONGEST_PIECE = 5;

    private final StringBuilder text = new StringBuilder();
    private int pieces;

    /** Whether this event is the next piece of a reference. The piece is then part of {@link #text()}. */
    boolean accepts(char[] chars, int start, int length) {
        if (isComplete() || length > LONGEST_PIECE) {
            return false;
        }
        String piece = new String(chars, start, length);
        if (!PIECES.get(pieces).matcher(piece).matches()) {
            return false;
        }
        pieces++;
        text.append(piece);
        return true;
    }

    boolean isComplete() {
        return pieces == PIECES.size();
    }

    /** Returns the pieces as printed, also of a reference that is not complete. */
    String text() {
        return text.toString();
    }

    void clear() {
        text.setLength(0);
        pieces = 0;
    }
}
