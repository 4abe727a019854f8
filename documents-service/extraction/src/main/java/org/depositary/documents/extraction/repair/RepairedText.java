package org.depositary.documents.extraction.repair;

import java.util.List;
import org.depositary.documents.extraction.structure.TextEdit;

/** Applies edits to an extracted text, and maps offsets in the result back. Offsets count Unicode code points. */
public final class RepairedText {

    private RepairedText() {}

    /**
     * Returns the repaired text.
     *
     * @param text a slice of the whole text
     * @param start the offset of the slice in the whole text
     * @param edits the edits in the slice, in order
     */
    public static String of(String text, int start, List<TextEdit> edits) {
        var repaired = new StringBuilder();
        int at = 0;
        int codePoint = start;
        for (TextEdit edit : edits) {
            int from = text.offsetByCodePoints(at, edit.start() - codePoint);
            repaired.append(text, at, from).append(edit.replacement());
            at = text.offsetByCodePoints(from, edit.end() - edit.start());
            codePoint = edit.end();
        }
        return repaired.append(text, at, text.length()).toString();
    }

    /**
     * Returns the offset in the whole extracted text of a character of the repaired slice. For a character of a
     * replacement it is the start of the edit.
     */
    public static int extractedOffset(int start, List<TextEdit> edits, int repaired) {
        int left = repaired;
        int at = start;
        for (TextEdit edit : edits) {
            int unchanged = edit.start() - at;
            if (left < unchanged) {
                return at + left;
            }
            left -= unchanged;
            int replaced =
                    edit.replacement().codePointCount(0, edit.replacement().length());
            if (left < replaced) {
                return edit.start();
            }
            left -= replaced;
            at = edit.end();
        }
        return at + left;
    }
}
