package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.Optional;
import org.depositary.gateway.read.ResultRow;

/**
 * A passage of a document's text, which a source can cite.
 *
 * @param anchor stable id of the passage within the document
 * @param kind {@code heading}, {@code paragraph}, {@code list-item}, {@code table-row}, {@code footnote} or {@code
 *     metadata}
 * @param text exactly the slice from {@code start} to {@code end} of the whole text, in Unicode code points
 * @param page the page number as counted, from 1
 * @param pageLabel the page number as printed; only of PDF files
 * @param box x, y, width and height on the page, in points from its top left corner; only of PDF files
 * @param repaired the text after repairs; present only if it differs from {@code text}
 * @param repairs the edits that lead from {@code text} to {@code repaired}; their offsets count in the whole text
 * @param continuedIn the anchor of the passage in which the last sentence continues, after the end of a page or
 *     footnotes
 */
public record PassageItem(
        String anchor,
        String kind,
        String text,
        int start,
        int end,
        Optional<String> language,
        Optional<Long> page,
        Optional<String> pageLabel,
        Optional<double[]> box,
        Optional<String> repaired,
        Optional<TextRepair[]> repairs,
        Optional<String> continuedIn) {

    /**
     * An edit of the extracted text.
     *
     * @param reason {@code ligature}, {@code hyphen}, {@code mojibake} or {@code footnote-marker}
     */
    public record TextRepair(int start, int end, String replacement, String reason) {}

    static PassageItem read(ResultRow row) throws SQLException {
        return new PassageItem(
                row.text("anchor"),
                row.text("kind"),
                row.text("text"),
                row.number("start"),
                row.number("end"),
                row.optionalText("language"),
                row.optionalNumber("page"),
                row.optionalText("page_label"),
                row.optional("box", double[].class),
                row.optionalText("repaired"),
                row.optional("repairs", TextRepair[].class),
                row.optionalText("continued_in"));
    }

    /** A part of the extracted text, in code points of the whole text: {@code end} is exclusive. */
    record Slice(int start, int end) {}

    String repairedText() {
        return repaired.orElse(text);
    }

    /** Returns the part of the extracted text that became a code point of the repaired text. */
    Slice extracted(int repairedCodePoint) {
        int shift = start;
        for (var repair : repairs.orElse(new TextRepair[0])) {
            int at = repair.start() - shift;
            int length = repair.replacement().codePointCount(0, repair.replacement().length());
            if (repairedCodePoint < at) {
                break;
            }
            if (repairedCodePoint < at + length) {
                return new Slice(repair.start(), repair.end());
            }
            shift = repair.end() - at - length;
        }
        return new Slice(repairedCodePoint + shift, repairedCodePoint + shift + 1);
    }
}
