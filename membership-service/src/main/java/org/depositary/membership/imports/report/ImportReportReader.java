package org.depositary.membership.imports.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.depositary.membership.imports.job.ImportSql;

record ImportReportReader(ImportSql sql) {

    /**
     * Reads one page.
     *
     * @param kind the kind of outcomes to return; empty for all kinds
     */
    ImportReportPage page(UUID id, Optional<ImportOutcome.Kind> kind, ImportReportPage.Position after, int limit) {
        // The number 2147483647 puts outcomes without a line at the end. The expression must equal that of the index
        // import_outcome_in_order, so that PostgreSQL uses the index.
        var items = sql.list(
                """
                SELECT coalesce(line, 2147483647), id, line, outcome, reason, organization, party, fact, undone
                FROM import_outcome
                WHERE import = ? AND (coalesce(line, 2147483647), id) > (?, ?) AND outcome = coalesce(?, outcome)
                ORDER BY coalesce(line, 2147483647), id
                LIMIT ?
                """,
                ImportReportReader::item,
                id,
                after.line(),
                after.id(),
                kind.map(ImportOutcome.Kind::json).orElse(null),
                limit + 1);
        if (items.size() <= limit) {
            return new ImportReportPage(items, Optional.empty());
        }
        var page = items.subList(0, limit);
        return new ImportReportPage(page, Optional.of(page.getLast().position().toString()));
    }

    private static ImportReportPage.Item item(ResultSet row) throws SQLException {
        return new ImportReportPage.Item(
                Optional.ofNullable(row.getObject(3, Integer.class)),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                Optional.ofNullable(row.getString(8)).map("/api/membership-changes/"::concat),
                row.getBoolean(9),
                new ImportReportPage.Position(row.getInt(1), row.getLong(2)));
    }
}
