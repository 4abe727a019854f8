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
 */
public record PassageItem(
        String anchor, String kind, String text, int start, int end, Optional<String> language, Optional<Long> page) {

    static PassageItem read(ResultRow row) throws SQLException {
        return new PassageItem(
                row.text("anchor"),
                row.text("kind"),
                row.text("text"),
                row.number("start"),
                row.number("end"),
                row.optionalText("language"),
                row.optionalNumber("page"));
    }
}
