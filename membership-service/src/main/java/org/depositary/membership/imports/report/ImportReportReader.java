package org.depositary.membership.imports.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.depositary.imports.http.ReportRequest;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.OutcomeKind;
import org.depositary.imports.job.ReportPosition;

record ImportReportReader(ImportSql sql) {

    ImportReportPage page(UUID id, ReportRequest request) {
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
                request.after().line(),
                request.after().id(),
                request.outcome().map(OutcomeKind::json).orElse(null),
                request.limit() + 1);
        if (items.size() <= request.limit()) {
            return new ImportReportPage(items, Optional.empty());
        }
        var page = items.subList(0, request.limit());
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
                new ReportPosition(row.getInt(1), row.getLong(2)));
    }
}
