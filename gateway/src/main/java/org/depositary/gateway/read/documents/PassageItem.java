package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.ResultRow;

/**
 * A passage of a document's text, which a source can cite.
 *
 * @param anchor stable id of the passage within the document
 * @param kind {@code heading}, {@code paragraph}, {@code list-item}, {@code table-row}, {@code footnote} or {@code
 *     metadata}
 * @param text exactly the slice from {@code start} to {@code end} of the whole text, in Unicode code points
 * @param start offset of its first code point in the text of the document
 * @param end offset after its last code point
 * @param language BCP 47; absent if it is not known
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

    String repairedText() {
        return repaired.orElse(text);
    }

    TextRepairs edits() {
        return new TextRepairs(start, repairs.map(List::of).orElse(List.of()));
    }
}
