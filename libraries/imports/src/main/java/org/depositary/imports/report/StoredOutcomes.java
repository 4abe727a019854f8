package org.depositary.imports.report;

import java.util.List;
import java.util.UUID;
import org.depositary.imports.http.ReportRequest;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.ImportSql.RowMapper;
import org.depositary.imports.job.OutcomeKind;

/** Reads and updates the stored outcomes of imports. The service inserts them, with columns of its own. */
public record StoredOutcomes(ImportSql sql) {

    /**
     * Returns the outcomes that changed facts of the unit and are not undone, in the order of recording.
     *
     * @param columns the columns that only this service has
     */
    public <T> List<T> toUndo(UUID id, String unit, String columns, RowMapper<T> mapper) {
        return sql.list("""
                SELECT id, unit, line, outcome, reason, fact, before, after, %s
                FROM import_outcome
                WHERE import = ? AND unit = ? AND NOT undone
                  AND (outcome IN ('accepted', 'corrected', 'retracted') OR outcome = 'known' AND after IS NOT NULL)
                ORDER BY id
                """.formatted(columns), mapper, id, unit);
    }

    public void markUndone(List<Long> ids) {
        if (!ids.isEmpty()) {
            sql.update("UPDATE import_outcome SET undone = true WHERE id = ANY (?)", sql.longs(ids));
        }
    }

    /** Stores the reason why these outcomes could not be undone. */
    public void setReason(List<Long> ids, String reason) {
        if (!ids.isEmpty()) {
            sql.update("UPDATE import_outcome SET reason = ? WHERE id = ANY (?)", reason, sql.longs(ids));
        }
    }

    /** Returns the outcomes after the position in the request, in the order of their positions. */
    List<ImportReportPage.Item> after(UUID id, ReportRequest request, int limit, ImportReportItems items) {
        // The number 2147483647 puts outcomes without a line at the end. The expression must equal that of the index
        // import_outcome_in_order, so that PostgreSQL uses the index.
        return sql.list(
                """
                SELECT id, unit, line, outcome, reason, fact, undone, %s, coalesce(line, 2147483647) AS place
                FROM import_outcome
                WHERE import = ? AND (coalesce(line, 2147483647), id) > (?, ?) AND outcome = coalesce(?, outcome)
                ORDER BY coalesce(line, 2147483647), id
                LIMIT ?
                """.formatted(items.columns()),
                items::read,
                id,
                request.after().line(),
                request.after().id(),
                request.outcome().map(OutcomeKind::json).orElse(null),
                limit);
    }
}
