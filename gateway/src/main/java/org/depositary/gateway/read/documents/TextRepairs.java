package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.List;
import org.depositary.gateway.read.ResultRow;

/**
 * The edits that lead from a passage to its repaired text.
 *
 * @param start the offset of the passage in the whole text, in code points
 */
record TextRepairs(int start, List<TextRepair> edits) {

    /** A part of the extracted text, in code points of the whole text: {@code end} is exclusive. */
    record Slice(int start, int end) {}

    static TextRepairs read(ResultRow row) throws SQLException {
        return new TextRepairs(
                row.number("start"),
                row.optional("repairs", TextRepair[].class).map(List::of).orElse(List.of()));
    }

    /** Returns the part of the extracted text that became a code point of the repaired text. */
    Slice extracted(int repairedCodePoint) {
        int shift = start;
        for (var edit : edits) {
            int at = edit.start() - shift;
            int length = edit.replacement().codePointCount(0, edit.replacement().length());
            if (repairedCodePoint < at) {
                break;
            }
            if (repairedCodePoint < at + length) {
                return new Slice(edit.start(), edit.end());
            }
            shift = edit.end() - at - length;
        }
        return new Slice(repairedCodePoint + shift, repairedCodePoint + shift + 1);
    }
}
